package io.fluxj.source.helm.index;

import java.io.IOException;

/** An index that cannot be used; the message says why, and where in it. */
public final class IndexException extends IOException {
    private static final long serialVersionUID = 1L;

    IndexException(String message) {
        super(message);
    }

    /** Malformed before its meaning is looked at, in the words of Flux. */
    static IndexException malformed(String problem) {
        return new IndexException("error converting YAML to JSON: " + problem);
    }

    /** Well-formed, but not what an index is, in the words of Flux. */
    static IndexException unfit(String problem) {
        return new IndexException("error unmarshaling JSON: while decoding JSON: " + problem);
    }
}
