package io.fluxj.helm.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Formats of other texts. Each rule answers with what is wrong, or an empty text. */
final class TextFormats {
    private static final int[] UUID = {8, 4, 4, 4, 12};
    private static final Pattern SEMVER = Pattern.compile(
            "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
                    + "(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?");

    private TextFormats() {}

    static String uuid(String text) {
        String[] groups = text.split("-", -1);
        if (groups.length != UUID.length) {
            return "must have " + UUID.length + " elements";
        }
        for (int i = 0; i < groups.length; i++) {
            if (groups[i].length() != UUID[i]) {
                return "element " + (i + 1) + " must be " + UUID[i] + " characters long";
            }
            if (!groups[i].matches("[0-9a-fA-F]*")) {
                String other = groups[i].replaceAll("[0-9a-fA-F]", "");
                return "non-hex character '" + other.charAt(0) + "'";
            }
        }
        return "";
    }

    static String jsonPointer(String text) {
        if (!text.isEmpty() && !text.startsWith("/")) {
            return "not starting with /";
        }
        return text.matches("(?s).*~(?![01]).*") ? "~ must be followed by 0 or 1" : "";
    }

    static String relativeJsonPointer(String text) {
        String rest = text.replaceFirst("^[0-9]+", "");
        int digits = text.length() - rest.length();
        if (digits == 0) {
            return "must start with non-negative integer";
        }
        if (digits > 1 && text.startsWith("0")) {
            return "starts with zero";
        }
        return rest.equals("#") ? "" : jsonPointer(rest);
    }

    static String semver(String text) {
        return SEMVER.matches(text) ? "" : "versionCore must have 3 numbers separated by dot";
    }

    static String regex(String text) {
        try {
            Pattern.compile(text);
            return "";
        } catch (PatternSyntaxException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
