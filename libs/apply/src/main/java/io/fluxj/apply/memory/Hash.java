package io.fluxj.apply.memory;

import java.nio.ByteBuffer;

/** The first half of a SHA-256. */
public record Hash(long high, long low) {
    /** Stands for something that is not known; equals no hash of anything. */
    public static final Hash NONE = new Hash(0, 0);

    static Hash of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new Hash(bytes.getLong(), bytes.getLong());
    }
}
