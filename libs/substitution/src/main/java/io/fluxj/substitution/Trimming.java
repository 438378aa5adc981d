package io.fluxj.substitution;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Cuts what a glob matches off the beginning or the end of a value. */
record Trimming(Budget budget, boolean longest, int offset) {

    String prefix(String value, String glob) throws SubstitutionException {
        var bytes = value.getBytes(UTF_8);
        return ByteText.slice(bytes, matchedPrefix(bytes, glob), bytes.length, offset);
    }

    /** As the library that Flux uses: value and glob are reversed, character by character, and the prefix is cut. */
    String suffix(String value, String glob) throws SubstitutionException {
        return reversed(prefix(reversed(value), reversed(glob)));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** {@return the length of what matches, 0 when nothing does or the glob cannot be read} */
    private int matchedPrefix(byte[] value, String glob) throws SubstitutionException {
        try {
            var pattern = new ShellPattern(glob);
            budget.spend((value.length + 1L) * (pattern.size() + 1L), offset);
            var prefixes = pattern.prefixesOf(value);
            return longest ? prefixes.longest() : prefixes.shortest();
        } catch (ShellPattern.Malformed e) {
            return 0;
        }
    }
}
