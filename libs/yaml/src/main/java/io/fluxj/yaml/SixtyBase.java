package io.fluxj.yaml;

/** Numbers with base 60 such as {@code 12:30:45}: nobody reads them as numbers any more, but they are still printed in quotes. */
public final class SixtyBase {

    private SixtyBase() {}

    /** Whether all of the text is such a number. */
    public static boolean matches(String text) {
        if (text.indexOf(':') < 0) {
            return false;
        }
        int i = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        if (i >= text.length() || !isDigit(text.charAt(i))) {
            return false;
        }
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '_')) {
            i++;
        }
        int groups = 0;
        while (i < text.length() && text.charAt(i) == ':') {
            int end = group(text, i + 1);
            if (end < 0) {
                return false;
            }
            i = end;
            groups++;
        }
        return groups > 0 && fraction(text, i);
    }

    /** End of one or two digits up to 59, or -1. */
    private static int group(String text, int from) {
        if (from >= text.length() || !isDigit(text.charAt(from))) {
            return -1;
        }
        boolean two = from + 1 < text.length() && isDigit(text.charAt(from + 1)) && text.charAt(from) <= '5';
        return from + (two ? 2 : 1);
    }

    private static boolean fraction(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        if (text.charAt(from) != '.') {
            return false;
        }
        return text.substring(from + 1).chars().allMatch(c -> isDigit((char) c) || c == '_');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
