package io.fluxj.source.bucket;

import io.fluxj.net.http.Deadline;
import io.fluxj.runtime.bucket.ObjectBucket;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Fetches objects into a folder, several at a time; each goes to disk as it comes. */
final class Fetching {
    private static final int BUFFER = 1 << 16;

    private final ObjectBucket bucket;
    private final Path folder;
    private final BucketParts.Limits limits;
    private final AtomicLong left;

    Fetching(ObjectBucket bucket, Path folder, BucketParts.Limits limits) {
        this.bucket = bucket;
        this.folder = folder;
        this.limits = limits;
        this.left = new AtomicLong(limits.bytes());
    }

    /** What became of one object. */
    private record Fetched(String key, Optional<String> tag) {}

    /**
     * Fetches all objects of the index. Those that went meanwhile go from the index too, and those that changed have their new tags in it.
     *
     * @param taken a file that is there already
     */
    void all(TagIndex index, String taken, Deadline deadline) throws IOException, InterruptedException {
        Map<String, String> files = index.files(taken);
        List<String> keys = index.keys();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                CompletionService<Fetched> running = new ExecutorCompletionService<>(threads);
                int begun = 0;
                for (int ended = 0; ended < keys.size(); ended++) {
                    while (begun < keys.size() && begun - ended < limits.atOnce()) {
                        String key = keys.get(begun++);
                        Path file = folder.resolve(files.getOrDefault(key, key));
                        var _ = running.submit(() -> one(key, file, deadline));
                    }
                    note(index, running.take().get());
                }
            } catch (ExecutionException failed) {
                throw cause(failed);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static void note(TagIndex index, Fetched fetched) throws IOException {
        if (fetched.tag().isPresent()) {
            index.add(fetched.key(), fetched.tag().get());
        } else {
            index.remove(fetched.key());
        }
    }

    private static IOException cause(ExecutionException failed) {
        return failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
    }

    private Fetched one(String key, Path file, Deadline deadline) throws IOException, InterruptedException {
        try {
            return new Fetched(key, to(key, file, deadline));
        } catch (IOException failed) {
            throw new IOException("failed to get '" + key + "' object: " + failed.getMessage(), failed);
        }
    }

    /** Writes one object to a file; nothing is left of one that is not there. */
    Optional<String> to(String key, Path file, Deadline deadline) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        Optional<String> tag;
        try (OutputStream out = new Counting(Files.newOutputStream(file))) {
            tag = bucket.fetch(key, out, deadline);
        }
        if (tag.isEmpty()) {
            Files.delete(file);
        }
        return tag;
    }

    /** Ends what is more than all objects may have together. */
    private final class Counting extends FilterOutputStream {
        Counting(OutputStream out) {
            super(new java.io.BufferedOutputStream(out, BUFFER));
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (left.addAndGet(-length) < 0) {
                throw new IOException("the objects have more than " + limits.bytes()
                        + " bytes together; set spec.prefix or spec.ignore to take less of them");
            }
            out.write(bytes, offset, length);
        }
    }
}
