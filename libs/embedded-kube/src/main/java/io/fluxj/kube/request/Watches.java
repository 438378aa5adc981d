package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.store.Change;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import io.fluxj.kube.store.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Streams of changes. */
final class Watches {
    private static final Duration BOOKMARKS = Duration.ofSeconds(30);
    private static final int SHORTEST_SECONDS = 1800;

    private final Objects objects;
    private final Set<HttpResponse.Sink> open = ConcurrentHashMap.newKeySet();

    Watches(Objects objects) {
        this.objects = objects;
    }

    /** Ends every stream now. */
    void cut() {
        open.forEach(HttpResponse.Sink::abort);
    }

    HttpResponse watch(RequestInfo info, ResourceType type, HttpRequest request) {
        Stream stream = new Stream(type, Selection.of(info, type, request), Presentation.of(request), request);
        return new HttpResponse.Stream(200, Map.of("Content-Type", List.of("application/json")), stream::run);
    }

    private final class Stream {
        private final ResourceType type;
        private final Selection selection;
        private final Presentation presentation;
        private final boolean bookmarks;
        private final boolean initial;
        private final boolean sendInitialEnd;
        private final long since;
        private final long deadline;
        private final @Nullable Watch watch;
        private ObjectStore.@Nullable Snapshot snapshot;

        Stream(ResourceType type, Selection selection, Presentation presentation, HttpRequest request) {
            this.type = type;
            this.selection = selection;
            this.presentation = presentation;
            this.bookmarks = request.flag("allowWatchBookmarks");
            this.sendInitialEnd = request.flag("sendInitialEvents");
            String version = request.parameter("resourceVersion");
            ListOptions.check(request, true);
            this.since = parse(version);
            this.initial = since == 0 || sendInitialEnd;
            this.deadline = System.nanoTime() + timeout(request).toNanos();
            ObjectStore store = objects.core().store();
            if (initial) {
                ObjectStore.SnapshotAndWatch both = store.listAndWatch(type.stored(), selection.namespace());
                snapshot = both.snapshot();
                watch = both.watch();
            } else {
                watch = store.watch(type.stored(), selection.namespace(), since).orElse(null);
            }
        }

        private static long parse(String version) {
            try {
                return Revisions.parse(version);
            } catch (ApiError e) {
                throw ApiError.of(500, "", String.valueOf(e.getMessage()));
            }
        }

        private static Duration timeout(HttpRequest request) {
            long seconds = ListOptions.number(request, "timeoutSeconds");
            return Duration.ofSeconds(
                    seconds > 0
                            ? seconds
                            : SHORTEST_SECONDS + ThreadLocalRandom.current().nextInt(SHORTEST_SECONDS));
        }

        void run(HttpResponse.Sink sink) throws IOException, InterruptedException {
            if (watch == null) {
                sink.send(expired("too old resource version: " + since + " ("
                        + objects.core().store().revision() + ")"));
                return;
            }
            open.add(sink);
            sink.onGone(watch::close);
            try (watch) {
                sendSnapshot(sink);
                follow(watch, sink);
            } finally {
                open.remove(sink);
            }
        }

        private void sendSnapshot(HttpResponse.Sink sink) throws IOException {
            ObjectStore.Snapshot first = snapshot;
            if (first == null) {
                return;
            }
            Pieces pieces = new Pieces(sink);
            for (Stored stored : first.objects()) {
                ObjectNode object = objects.view(type, stored.object());
                if (selection.matches(object)) {
                    pieces.add(event("ADDED", object, stored));
                }
            }
            if (sendInitialEnd && bookmarks) {
                pieces.add(bookmark(first.revision(), true));
            }
            pieces.flush();
            snapshot = null;
        }

        private void follow(Watch watch, HttpResponse.Sink sink) throws IOException, InterruptedException {
            while (true) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                Watch.Batch batch = watch.await(Duration.ofNanos(Math.min(left, BOOKMARKS.toNanos())));
                Pieces pieces = new Pieces(sink);
                for (Change change : batch.changes()) {
                    if (change.revision() > since) {
                        send(pieces, change);
                    }
                }
                pieces.flush();
                if (batch.lost()) {
                    sink.send(expired("The resourceVersion for the provided watch is too old."));
                    return;
                }
                if (batch.ended()) {
                    return;
                }
                if (bookmarks && batch.changes().isEmpty()) {
                    sink.send(bookmark(batch.revision(), false));
                }
            }
        }

        private void send(Pieces pieces, Change change) throws IOException {
            Optional<ObjectNode> before = matching(change.before());
            Optional<ObjectNode> after = matching(change.after());
            Stored stored = change.after();
            if (after.isPresent() && stored != null) {
                pieces.add(event(before.isPresent() ? "MODIFIED" : "ADDED", after.get(), stored));
            } else if (before.isPresent()) {
                ObjectNode last = before.get().deepCopy();
                new io.fluxj.kube.api.Meta(last).node().put("resourceVersion", Long.toString(change.revision()));
                pieces.add(line("DELETED", presentation.one(type, last)));
            }
        }

        private Optional<ObjectNode> matching(@Nullable Stored stored) {
            return Optional.ofNullable(stored)
                    .map(s -> objects.view(type, s.object()))
                    .filter(selection::matches);
        }

        /** Uses the bytes that all watchers of the object share when it goes out as it is kept. */
        @SuppressWarnings("ReferenceEquality") // the same tree has the same bytes
        private byte[] event(String kind, ObjectNode object, Stored stored) throws IOException {
            if (!presentation.whole() || object != stored.object()) {
                return line(kind, presentation.one(type, object));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(stored.json().length + 64);
            out.write(("{\"type\":\"" + kind + "\",\"object\":").getBytes(StandardCharsets.US_ASCII));
            out.write(stored.json());
            out.write('}');
            out.write('\n');
            return out.toByteArray();
        }

        private byte[] bookmark(long revision, boolean initialEnd) {
            ObjectNode object = Nodes.object();
            object.put("kind", type.kind()).put("apiVersion", type.apiVersion());
            ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(revision));
            if (initialEnd) {
                metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
            }
            return line(
                    "BOOKMARK",
                    presentation.form() == Presentation.Form.METADATA ? Presentation.metadata(object) : object);
        }

        /** Told in the stream, as the real server does, and not by the answer's status. */
        private static byte[] expired(String message) {
            return line("ERROR", ApiError.expired(message).status());
        }

        private static byte[] line(String kind, ObjectNode object) {
            ObjectNode event = Nodes.object().put("type", kind);
            event.set("object", object);
            return (Nodes.text(event) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
