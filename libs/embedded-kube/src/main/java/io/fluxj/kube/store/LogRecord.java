package io.fluxj.kube.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The form of a record in a log: length and checksum of what follows, four bytes each, then JSON. */
final class LogRecord {
    /** How many bytes come before the JSON. */
    static final int HEAD = 8;

    /** The largest record; writes of larger ones are refused. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    /** What every JSON of a record begins with. */
    static final byte[] OPENING = "{\"revision\":".getBytes(StandardCharsets.US_ASCII);

    private LogRecord() {}

    /** An object's state, or its absence. */
    static ByteBuffer of(ResourceName resource, Key key, long revision, @Nullable Stored state) {
        ObjectNode record = Nodes.object()
                .put("revision", revision)
                .put("group", resource.group())
                .put("resource", resource.plural())
                .put("namespace", key.namespace())
                .put("name", key.name());
        if (state != null) {
            record.set("object", state.object());
        }
        byte[] body = Nodes.bytes(record);
        ByteBuffer out = ByteBuffer.allocate(HEAD + body.length);
        return out.putInt(body.length).putInt(checksum(body)).put(body).flip();
    }

    /** Writes all of it. */
    static void write(FileChannel to, long at, ByteBuffer record) throws IOException {
        while (record.hasRemaining()) {
            to.write(record, at + record.position());
        }
    }

    static int checksum(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return (int) sum.getValue();
    }
}
