package io.fluxj.helmrelease.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.helm.release.RecordStore;
import io.fluxj.helm.release.StoredRecord;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Records of releases in the Secrets of a namespace, as Helm and Flux keep them. */
record SecretRecords(Cluster cluster, String namespace, Persistence persistence) implements RecordStore {
    /** By what name Flux writes them; it differs from that of the objects. */
    private static final String MANAGER = "flux-helm-controller";

    private ObjectRef ref(String name) {
        return ObjectRef.of("v1", "Secret", namespace, name);
    }

    @Override
    public Optional<StoredRecord> find(String name) {
        return persistence.of(() -> cluster.get(ref(name))).flatMap(SecretRecords::stored);
    }

    @Override
    public List<StoredRecord> list(Map<String, String> labels) {
        String selector = new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(","));
        List<StoredRecord> records = new ArrayList<>();
        persistence.of(() -> cluster.list(ref(""), selector)).path("items").forEach(secret -> stored(secret)
                .ifPresent(records::add));
        return records;
    }

    @Override
    public void create(StoredRecord stored) {
        var _ = persistence.creating(() -> cluster.create(ref(stored.name()), secret(stored), MANAGER));
    }

    @Override
    public void update(StoredRecord stored) {
        var _ = persistence.despiteConflicts(() -> cluster.replace(ref(stored.name()), secret(stored), MANAGER));
    }

    @Override
    public void delete(String name) {
        try {
            var _ = persistence.despiteConflicts(() -> {
                cluster.remove(ref(name), "Background");
                return name;
            });
        } catch (ApiException e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }

    private ObjectNode secret(StoredRecord stored) {
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        secret.put("apiVersion", "v1").put("kind", "Secret").put("type", StoredRecord.SECRET_TYPE);
        ObjectNode metadata = secret.putObject("metadata");
        metadata.put("name", stored.name()).put("namespace", namespace);
        stored.labels().forEach(metadata.putObject("labels")::put);
        secret.putObject("data")
                .put(
                        StoredRecord.DATA_KEY,
                        Base64.getEncoder().encodeToString(stored.data().getBytes(UTF_8)));
        return secret;
    }

    /** What is no record, whatever its labels say, is passed over. */
    private static Optional<StoredRecord> stored(JsonNode secret) {
        String data = secret.path("data").path(StoredRecord.DATA_KEY).asText("");
        if (data.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> labels = new HashMap<>();
        secret.path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        String name = Metadata.text(secret, "name");
        return Optional.of(
                new StoredRecord(name, labels, new String(Base64.getDecoder().decode(data), UTF_8)));
    }
}
