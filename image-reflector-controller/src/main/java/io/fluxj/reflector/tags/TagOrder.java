package io.fluxj.reflector.tags;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The order of texts in Go: by the bytes of UTF-8. */
public final class TagOrder {
    /** From the first to the last. */
    public static final Comparator<String> ASCENDING = TagOrder::compare;

    private TagOrder() {}

    private static int compare(String one, String other) {
        int limit = Math.min(one.length(), other.length());
        for (int i = 0; i < limit; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return isPlain(one.charAt(i)) && isPlain(other.charAt(i))
                        ? one.charAt(i) - other.charAt(i)
                        : Arrays.compareUnsigned(bytes(one), bytes(other));
            }
        }
        return one.length() - other.length();
    }

    private static boolean isPlain(char c) {
        return c < 128;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** From the last to the first, as tags are kept. */
    public static List<String> descending(List<String> tags) {
        return tags.stream().sorted(ASCENDING.reversed()).toList();
    }
}
