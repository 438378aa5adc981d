package io.fluxj.source.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fluxj.testkit.golden.Action;
import io.fluxj.testkit.golden.GoldenCluster;
import io.fluxj.testkit.golden.Hands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Pushes to the registries and fills buckets; looks into the store, and damages what lies there. */
record SourceHands(GoldenCluster cluster, GoldenServers servers, String namespace, Path store) implements Hands {
    /** Stands in recordings for what is another one each time. */
    private static final String PACKAGED = "<packaged>";

    private static final String REPOSITORY = "GitRepository/repo";

    @Override
    public void perform(Action.Special action) throws IOException {
        if (action.what().equals("oci")) {
            servers.registries().push(action.content(), namespace);
        } else if (action.what().equals("s3")) {
            action.content().forEach(this::store);
        } else {
            damage(action);
        }
    }

    private void store(JsonNode change) {
        String bucket = change.path("bucket").asText().replace("@NS@", namespace);
        servers.buckets().create(bucket);
        change.path("objects").properties().forEach(object -> servers.buckets()
                .put(bucket, object.getKey(), object.getValue().asText()));
        change.path("remove").forEach(key -> servers.buckets().remove(bucket, key.asText()));
    }

    private void damage(Action.Special note) throws IOException {
        GenericKubernetesResource object = cluster.read(REPOSITORY).orElseThrow();
        Path file = store.resolve(object.<String>get("status", "artifact", "path"));
        if (note.content().asText().contains("appended")) {
            Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
        } else {
            Files.delete(file);
        }
    }

    @Override
    public void look(JsonNode object, JsonNode recorded, ObjectNode seen) {
        try {
            String path = object.at("/status/artifact/path").asText();
            if (!path.isEmpty()) {
                seen.set("file", shortened(file(path, recorded), recorded));
            }
            ArrayNode storage = seen.putArray("storage");
            StoredFile.folder(store, store.resolve(folder(object))).forEach(storage::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ObjectNode file(String path, JsonNode recorded) throws IOException {
        ObjectNode file = StoredFile.describe(store, path);
        if (recorded.at("/file/chart").isObject()) {
            file.set("chart", StoredFile.chart(store.resolve(path)));
        }
        if (recorded.at("/file/tarSha256").asText().equals(PACKAGED)) {
            file.put("tarSha256", PACKAGED);
        }
        return file;
    }

    private static String folder(JsonNode object) {
        return String.join(
                "/",
                object.path("kind").asText().toLowerCase(Locale.ROOT),
                object.at("/metadata/namespace").asText(),
                object.at("/metadata/name").asText());
    }

    /** Recordings list the first entries of an archive. */
    private static ObjectNode shortened(ObjectNode file, JsonNode recorded) {
        int listed = recorded.at("/file/entries").size();
        if (file.path("entries") instanceof ArrayNode entries) {
            while (entries.size() > listed) {
                entries.remove(entries.size() - 1);
            }
        }
        return file;
    }
}
