package io.fluxj.runtime.client;

import java.io.InputStream;

/**
 * The body of a request. The client reads it when the connection is there and the head is on its way, from the beginning each time that it sends the
 * request: the fence is asked each time.
 */
final class FencedBody extends InputStream {
    private final byte[] bytes;
    private final WriteFence fence;
    private int next;

    FencedBody(byte[] bytes, WriteFence fence) {
        this.bytes = bytes;
        this.fence = fence;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (next == bytes.length) {
            next = 0;
            return -1;
        }
        fence.requireOpen();
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() {
        next = 0;
    }
}
