package io.fluxj.kube.store;

import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Writes what lives to another file, as far as the disk has room. */
final class LogCopy implements ObjectStore.Visitor {
    private final FileChannel to;
    private long records;
    private long end;
    private @Nullable IOException failure;

    LogCopy(FileChannel to) {
        this.to = to;
    }

    @Override
    public void visit(ResourceName resource, Key key, Stored stored) {
        if (failure != null) {
            return;
        }
        try {
            append(LogRecord.of(resource, key, stored.revision(), stored));
        } catch (IOException e) {
            failure = e;
        }
    }

    /** One more record; fails when not all before it is written. */
    void add(ByteBuffer record) throws IOException {
        if (failure != null) {
            throw failure;
        }
        append(record.duplicate());
    }

    private void append(ByteBuffer record) throws IOException {
        LogRecord.write(to, end, record);
        end += record.capacity();
        records++;
    }

    long records() {
        return records;
    }

    long end() {
        return end;
    }
}
