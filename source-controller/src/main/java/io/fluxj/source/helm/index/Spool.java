package io.fluxj.source.helm.index;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Entries in the order in which they were read, on disk until their order is known. */
final class Spool implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream out;
    private long written;

    private Spool(Path file, FileChannel channel, OutputStream out) {
        this.file = file;
        this.channel = channel;
        this.out = out;
    }

    static Spool create(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "entries", ".json");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new Spool(file, channel, new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** Where a text begins and how many bytes it has. */
    record Place(long at, int length) {}

    Place add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        Place place = new Place(written, bytes.length);
        written += bytes.length;
        return place;
    }

    /** All is there. */
    void complete() throws IOException {
        out.flush();
    }

    void copy(Place place, OutputStream target) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place.at() + bytes.position()) < 0) {
                throw new EOFException("the temporary file " + file.getFileName() + " has been cut short");
            }
        }
        target.write(bytes.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
        channel.close();
        Files.deleteIfExists(file);
    }
}
