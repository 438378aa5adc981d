package io.fluxj.apply.memory;

import io.fluxj.archive.Digest;

/** The first half of a SHA-256. */
public record Hash(long high, long low) {
    /** Stands for something that is not known; equals no hash of anything. */
    public static final Hash NONE = new Hash(0, 0);

    private static final int RADIX = 16;
    private static final int DIGITS = 16;

    static Hash of(Digest digest) {
        return new Hash(
                Long.parseUnsignedLong(digest.hex(), 0, DIGITS, RADIX),
                Long.parseUnsignedLong(digest.hex(), DIGITS, 2 * DIGITS, RADIX));
    }
}
