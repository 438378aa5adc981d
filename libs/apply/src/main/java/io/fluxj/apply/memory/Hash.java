package io.fluxj.apply.memory;

import io.fluxj.apply.ObjectRef;
import io.fluxj.archive.Digest;

/** The first half of a SHA-256. */
public record Hash(long high, long low) implements Comparable<Hash> {
    /** Stands for something that is not known; equals no hash of anything. */
    public static final Hash NONE = new Hash(0, 0);

    private static final int RADIX = 16;
    private static final int DIGITS = 16;

    /** Stands for an object's name. */
    static Hash of(ObjectRef ref) {
        return new TreeHasher()
                .text(ref.group())
                .text(ref.version())
                .text(ref.kind())
                .text(ref.namespace())
                .text(ref.name())
                .done();
    }

    static Hash of(Digest digest) {
        return new Hash(
                Long.parseUnsignedLong(digest.hex(), 0, DIGITS, RADIX),
                Long.parseUnsignedLong(digest.hex(), DIGITS, 2 * DIGITS, RADIX));
    }

    @Override
    public int compareTo(Hash other) {
        int first = Long.compare(high, other.high);
        return first == 0 ? Long.compare(low, other.low) : first;
    }
}
