package io.fluxj.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A journal in a file, which other processes may append to as well. One object for each file in a process. */
public final class JournalFile implements Journal {
    private static final int BLOCK = 64 << 10;
    private static final int LONGEST_BYTES = 4 * Entry.LONGEST;

    private final Path file;
    private final long most;
    private Head head = Head.start();
    private long end;

    /**
     * A journal in a file, which is made when the first record comes.
     *
     * @param most the file does not grow beyond so many bytes
     */
    public JournalFile(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    @Override
    public synchronized Head append(String record, Seal seal) throws IOException {
        try (FileChannel channel = open();
                FileLock _ = channel.lock()) {
            if (channel.size() != end || !endsAsKnown(channel)) {
                readEnd(channel);
            }
            Entry entry = Entry.after(head, record, seal);
            byte[] line = (entry.line() + "\n").getBytes(StandardCharsets.UTF_8);
            if (end + line.length > most) {
                throw new IOException("the journal " + file.getFileName() + " has its " + most
                        + " bytes: move it away, a new one begins with the next record");
            }
            write(channel, ByteBuffer.wrap(line));
            channel.force(false);
            head = entry.head();
            end += line.length;
            return head;
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        for (long at = end; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    /** A file of the same length may be another one. */
    private boolean endsAsKnown(FileChannel channel) throws IOException {
        String last = head.hash() + "\"}\n";
        return end > 0 && text(channel, end - last.length(), end).equals(last);
    }

    /** Somebody else wrote, or moved the file away, or this process has not looked yet. */
    private void readEnd(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            head = Head.start();
            end = 0;
            return;
        }
        long complete = lineEnd(channel, size);
        if (complete == 0) {
            throw noJournal();
        }
        long start = lineEnd(channel, complete - 1);
        Entry last = Entry.parse(text(channel, start, complete - 1)).orElseThrow(this::noJournal);
        if (complete < size) {
            channel.truncate(complete);
        }
        head = last.head();
        end = complete;
    }

    /** Where the line begins that a place is in. */
    private long lineEnd(FileChannel channel, long before) throws IOException {
        long from = before;
        while (from > 0) {
            long start = Math.max(0, from - BLOCK);
            byte[] block = bytes(channel, start, from);
            for (int at = block.length - 1; at >= 0; at--) {
                if (block[at] == '\n') {
                    return start + at + 1;
                }
            }
            from = start;
            if (before - from > LONGEST_BYTES) {
                throw noJournal();
            }
        }
        return 0;
    }

    private static String text(FileChannel channel, long from, long to) throws IOException {
        return new String(bytes(channel, from, to), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until it is full
        }
        return bytes.array();
    }

    private IOException noJournal() {
        return new IOException(
                "the file " + file.getFileName() + " does not end with an entry of a journal: move it away");
    }
}
