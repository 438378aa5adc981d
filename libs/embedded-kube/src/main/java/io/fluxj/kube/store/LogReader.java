package io.fluxj.kube.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the whole records of a log, in order. What is none, before a whole one, is passed over. */
final class LogReader {
    private static final int WINDOW = 64 * 1024;

    private final FileChannel channel;
    private long end;
    private long skipped;

    LogReader(FileChannel channel) {
        this.channel = channel;
    }

    /** The next record's JSON; null when there is none. */
    byte @Nullable [] next() throws IOException {
        byte[] record = read(end);
        if (record != null) {
            end += LogRecord.HEAD + record.length;
            return record;
        }
        return behindTheNextOpening();
    }

    /** Where the last whole record ends. */
    long end() {
        return end;
    }

    /** How many bytes were passed over. */
    long skipped() {
        return skipped;
    }

    private byte @Nullable [] behindTheNextOpening() throws IOException {
        for (long at = opening(end + 1); at >= 0; at = opening(at + 1)) {
            byte[] record = read(at);
            if (record != null) {
                skipped += at - end;
                end = at + LogRecord.HEAD + record.length;
                return record;
            }
        }
        return null;
    }

    /** The next place from there on at which a record could begin, seen by its JSON; negative when there is none. */
    private long opening(long from) throws IOException {
        byte[] wanted = LogRecord.OPENING;
        int overlap = LogRecord.HEAD + wanted.length - 1;
        for (long start = from; start < channel.size(); start += WINDOW) {
            ByteBuffer window = ByteBuffer.allocate(WINDOW + overlap);
            fill(window, start);
            byte[] bytes = Arrays.copyOf(window.array(), window.position());
            for (int i = LogRecord.HEAD; i + wanted.length <= bytes.length; i++) {
                if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return start + i - LogRecord.HEAD;
                }
            }
        }
        return -1;
    }

    /** The record at a place; null when there is no whole one. */
    private byte @Nullable [] read(long at) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(LogRecord.HEAD);
        if (!fill(head, at)) {
            return null;
        }
        head.flip();
        int length = head.getInt();
        int sum = head.getInt();
        if (length <= 0 || length > channel.size() - at - LogRecord.HEAD) {
            return null;
        }
        byte[] body = new byte[length];
        return fill(ByteBuffer.wrap(body), at + LogRecord.HEAD) && LogRecord.checksum(body) == sum ? body : null;
    }

    private boolean fill(ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }
}
