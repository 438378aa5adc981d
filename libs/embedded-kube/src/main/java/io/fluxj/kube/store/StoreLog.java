package io.fluxj.kube.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Every write in a file, so that objects outlive the process: records of length, checksum and JSON, one behind the other. A
 * record reaches the operating system before its write is answered, and outlives the process that way; the disk is waited for
 * only when the file is closed or written anew, so a machine that loses power may lose the last writes, never more than a tail.
 * The file is written anew with what lives when it has grown to a multiple of it.
 */
public final class StoreLog implements ObjectStore.Journal, AutoCloseable {
    private static final int HEAD = 8;
    private static final int MAX_RECORD = 16 * 1024 * 1024;
    private static final long SPARE_RECORDS = 10_000;

    private final Path file;
    private FileChannel channel;
    private long records;
    private @Nullable ObjectStore store;

    private StoreLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the file, or begins it. */
    public static StoreLog open(Path file) {
        try {
            return new StoreLog(file, channel(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored objects in " + file + " cannot be opened", e);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Puts back what the file holds. What follows the last whole record, left by a process that was killed, is cut off. */
    public void restore(ObjectStore into) {
        store = into;
        try {
            long end = 0;
            byte[] record = read(end);
            while (record != null) {
                apply(into, Nodes.parse(record));
                records++;
                end += HEAD + record.length;
                record = read(end);
            }
            channel.truncate(end);
            channel.position(end);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored objects in " + file + " cannot be read", e);
        }
    }

    /** The record at a place; null when there is no whole one. */
    private byte @Nullable [] read(long at) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        if (!fill(head, at)) {
            return null;
        }
        int length = head.getInt();
        int sum = head.getInt();
        if (length <= 0 || length > MAX_RECORD) {
            return null;
        }
        byte[] body = new byte[length];
        return fill(ByteBuffer.wrap(body), at + HEAD) && checksum(body) == sum ? body : null;
    }

    private boolean fill(ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    private static void apply(ObjectStore into, JsonNode record) {
        ResourceName resource = new ResourceName(
                record.path("group").asText(), record.path("resource").asText());
        Key key = new Key(record.path("namespace").asText(), record.path("name").asText());
        ObjectNode object = record.get("object") instanceof ObjectNode node ? node : null;
        into.restore(resource, key, record.path("revision").asLong(), object);
    }

    @Override
    public void record(ResourceName resource, Change change) {
        Stored after = change.after();
        try {
            append(channel, resource, change.key(), change.revision(), after == null ? null : after.object());
            records++;
            ObjectStore live = store;
            if (live != null && records > SPARE_RECORDS + 2 * live.size()) {
                writeAnew(live);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a write could not be stored in " + file, e);
        }
    }

    private static void append(
            FileChannel to, ResourceName resource, Key key, long revision, @Nullable ObjectNode object)
            throws IOException {
        ObjectNode record = Nodes.object()
                .put("revision", revision)
                .put("group", resource.group())
                .put("resource", resource.plural())
                .put("namespace", key.namespace())
                .put("name", key.name());
        if (object != null) {
            record.set("object", object);
        }
        byte[] body = Nodes.bytes(record);
        ByteBuffer out = ByteBuffer.allocate(HEAD + body.length);
        out.putInt(body.length).putInt(checksum(body)).put(body).flip();
        while (out.hasRemaining()) {
            to.write(out);
        }
    }

    private static int checksum(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return (int) sum.getValue();
    }

    /** Another file with what lives takes the place of this one, whole or not at all. */
    private void writeAnew(ObjectStore live) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        FileChannel fresh = channel(next);
        records = 0;
        live.forEach((resource, key, stored) -> {
            try {
                append(fresh, resource, key, stored.revision(), stored.object());
                records++;
            } catch (IOException e) {
                throw new UncheckedIOException("the stored objects could not be written to " + next, e);
            }
        });
        fresh.force(true);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel.close();
        channel = fresh;
    }

    /** Waits for the disk. */
    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the stored objects in " + file + " could not be closed", e);
        }
    }
}
