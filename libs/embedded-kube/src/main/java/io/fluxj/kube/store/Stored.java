package io.fluxj.kube.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import org.jspecify.annotations.Nullable;

/** One state of an object. The tree must not be changed by anybody. */
public final class Stored {
    private final ObjectNode object;
    private final long revision;
    private volatile byte @Nullable [] json;

    Stored(ObjectNode object, long revision) {
        this.object = object;
        this.revision = revision;
    }

    /** The object, read-only. */
    public ObjectNode object() {
        return object;
    }

    /** A copy that may be changed. */
    public ObjectNode copy() {
        return object.deepCopy();
    }

    /** The revision at which it came to be. */
    public long revision() {
        return revision;
    }

    /** The object as JSON, made once. */
    public byte[] json() {
        byte[] bytes = json;
        if (bytes == null) {
            bytes = Nodes.bytes(object);
            json = bytes;
        }
        return bytes;
    }
}
