package io.fluxj.runtime.bucket;

import io.fluxj.net.http.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A bucket of objects, whoever keeps it. Any number of threads may fetch at once. */
public interface ObjectBucket extends AutoCloseable {
    /** Is shown the objects of a bucket. */
    @FunctionalInterface
    interface Visitor {
        /**
         * One object.
         *
         * @param tag of its present content, without quotes
         */
        void visit(String key, String tag) throws IOException;
    }

    /** Shows all objects whose keys begin with {@code prefix}, page by page. */
    void list(String prefix, Visitor visitor, Deadline deadline) throws IOException, InterruptedException;

    /**
     * Writes the content of an object.
     *
     * @return the content's tag; nothing when there is no such object
     */
    Optional<String> fetch(String key, OutputStream target, Deadline deadline) throws IOException, InterruptedException;

    /** Ends what is under way. */
    @Override
    void close();
}
