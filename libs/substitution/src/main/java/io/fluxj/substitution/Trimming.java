package io.fluxj.substitution;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Cuts what a glob matches off the beginning or the end of a value. */
final class Trimming {

    private Trimming() {}

    static String prefix(String value, String glob, boolean longest, int offset) throws SubstitutionException {
        var bytes = value.getBytes(UTF_8);
        return ByteText.slice(bytes, matchedPrefix(bytes, glob, longest), bytes.length, offset);
    }

    /** As the library that Flux uses: value and glob are reversed, character by character, and the prefix is cut. */
    static String suffix(String value, String glob, boolean longest, int offset) throws SubstitutionException {
        var trimmed = prefix(reversed(value), reversed(glob), longest, offset);
        return reversed(trimmed);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** {@return the length of what matches, 0 when nothing does or the glob cannot be read} */
    private static int matchedPrefix(byte[] value, String glob, boolean longest) {
        try {
            var pattern = new Glob(glob);
            for (int i = 1; i <= value.length; i++) {
                int length = longest ? value.length + 1 - i : i;
                if (pattern.matches(value, length)) {
                    return length;
                }
            }
            return 0;
        } catch (Glob.Malformed e) {
            return 0;
        }
    }
}
