package io.fluxj.kube.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every write in a file, so that objects outlive the process: records of length, checksum and JSON, one behind the other. A
 * record reaches the operating system before its write is answered, and outlives the process that way; the disk is waited for
 * only when the file is closed or written anew, so a machine that loses power may lose the last writes, never more than a tail.
 * The file is written anew with what lives when it has grown to a multiple of it.
 */
public final class StoreLog implements ObjectStore.Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLog.class);
    private static final long SPARE_RECORDS = 10_000;

    private final Path file;
    private FileChannel channel;
    private long records;
    private long mostRecords;
    private long end;
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

    /**
     * Puts back what the file holds. What follows the last whole record, left by a process that was killed, is cut off; what stands
     * between whole records, left by a write that failed, is passed over.
     */
    public void restore(ObjectStore into) {
        store = into;
        try {
            LogReader reader = new LogReader(channel);
            for (byte[] record = reader.next(); record != null; record = reader.next()) {
                apply(into, Nodes.parse(record));
                records++;
            }
            if (reader.skipped() > 0 || reader.end() < channel.size()) {
                LOG.warn(
                        "{}: {} bytes between records and {} after the last one are of writes that did not succeed, and are left out",
                        file,
                        reader.skipped(),
                        channel.size() - reader.end());
            }
            end = reader.end();
            channel.truncate(end);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored objects in " + file + " cannot be read", e);
        }
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
        ByteBuffer record = LogRecord.of(resource, change.key(), change.revision(), after);
        if (record.capacity() > LogRecord.MAX_BYTES) {
            throw ApiError.of(413, "RequestEntityTooLarge", "the object is larger than can be stored");
        }
        try {
            append(record.duplicate());
        } catch (IOException e) {
            throw notStored(e);
        }
        records++;
        ObjectStore live = store;
        if (live != null && records > mostRecords && records > SPARE_RECORDS + 2 * live.size()) {
            writeAnew(live, record);
        }
    }

    /** Writes at the end of the last whole record, so that a half one before it does no harm, and leaves none of its own. */
    private void append(ByteBuffer record) throws IOException {
        long at = end;
        try {
            if (channel.size() > at) {
                channel.truncate(at);
            }
            LogRecord.write(channel, at, record);
            end = at + record.capacity();
        } catch (IOException e) {
            try {
                channel.truncate(at);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private ApiError notStored(IOException cause) {
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String text = (isFull(why) ? "disk full: " : "") + "the write could not be stored in " + file + ": " + why;
        LOG.warn("{}", text);
        return ApiError.internal(text);
    }

    private static boolean isFull(String why) {
        return why.contains("No space left") || why.contains("quota exceeded") || why.contains("not enough space");
    }

    /**
     * Another file with what lives takes the place of this one, whole or not at all. Nothing is lost when that cannot be: it is
     * tried again after as many writes as there were.
     */
    private void writeAnew(ObjectStore live, ByteBuffer last) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            replaceBy(next, live, last);
            mostRecords = 0;
        } catch (IOException e) {
            mostRecords = 2 * records;
            LOG.warn("{} could not be written anew, and grows on: {}", file, e.toString());
            discard(next);
        }
    }

    /** The last write is not yet among what lives. */
    private void replaceBy(Path next, ObjectStore live, ByteBuffer last) throws IOException {
        FileChannel fresh = channel(next);
        try {
            LogCopy copy = new LogCopy(fresh);
            live.forEach(copy);
            copy.add(last);
            fresh.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            FileChannel old = channel;
            channel = fresh;
            records = copy.records();
            end = copy.end();
            old.close();
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", file, e.toString());
        }
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
