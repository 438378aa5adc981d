package io.fluxj.sops.format;

/** White space as Go knows it. */
final class Spaces {
    private Spaces() {}

    private static boolean isSpace(char each) {
        return switch (each) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> each >= 0x2000 && each <= 0x200A;
        };
    }

    static String trimmed(String text) {
        String left = trimmedLeft(text);
        int end = left.length();
        while (end > 0 && isSpace(left.charAt(end - 1))) {
            end--;
        }
        return left.substring(0, end);
    }

    static String trimmedLeft(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }
}
