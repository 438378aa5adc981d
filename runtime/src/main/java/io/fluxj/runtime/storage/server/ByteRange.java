package io.fluxj.runtime.storage.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What part of a file a {@code Range} header asks for; more than one part counts as the whole. */
sealed interface ByteRange {
    /** The header's only form that is served in part. */
    Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** All of it. */
    record Whole() implements ByteRange {}

    /** From the first to the last byte, both included. */
    record Part(long first, long last) implements ByteRange {}

    /** Nothing that the file has. */
    record Unsatisfiable() implements ByteRange {}

    /** Reads a header, empty when there is none, for a file of a size. */
    static ByteRange of(String header, long size) {
        Matcher one = ONE.matcher(header);
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new Whole();
        }
        return one.group(1).isEmpty()
                ? suffix(Long.parseLong(one.group(2)), size)
                : from(Long.parseLong(one.group(1)), one.group(2), size);
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(size - length, 0), size - 1);
    }

    private static ByteRange from(long first, String end, long size) {
        long last = end.isEmpty() ? size - 1 : Math.min(Long.parseLong(end), size - 1);
        if (first >= size) {
            return new Unsatisfiable();
        }
        return first > last ? new Whole() : new Part(first, last);
    }
}
