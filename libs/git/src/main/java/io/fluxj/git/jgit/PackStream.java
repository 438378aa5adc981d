package io.fluxj.git.jgit;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;

/** A pack as it comes in. How many objects it announces is looked at before JGit makes room for them; its bytes are counted. */
final class PackStream extends FilterInputStream {
    private static final int HEADER = 12;
    private static final int COUNT_AT = 8;

    private final Guard guard;
    private long bytes;

    private PackStream(InputStream in, Guard guard) {
        super(in);
        this.guard = guard;
    }

    /**
     * A pack whose header was looked at.
     *
     * @throws IOException when it announces more objects than allowed
     */
    static PackStream of(InputStream in, Guard guard) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length == HEADER) {
            long objects = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt(COUNT_AT));
            guard.allow(objects, guard.limits().objects(), "a pack of " + objects + " objects");
        }
        return new PackStream(new SequenceInputStream(new ByteArrayInputStream(header), in), guard);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        bytes += read;
        guard.deadline().check();
        guard.allow(bytes, guard.limits().packBytes(), "too many bytes of objects");
    }
}
