package io.fluxj.helmrelease.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Helm's records in one namespace, read without the code under test. */
record StoredReleases(KubernetesClient client, String namespace) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATUS = Pattern.compile("info\\.status and label status = ([a-z-]+)");

    /** Does by hand what a recording says in words. */
    void change(String note) {
        Matcher status = STATUS.matcher(note);
        if (status.find()) {
            all().forEach(secret -> rewrite(secret, status.group(1)));
        } else if (note.contains("all release Secrets are deleted")) {
            all().forEach(secret -> client.resource(secret).delete());
        } else {
            throw new IllegalArgumentException("nobody here knows how: " + note);
        }
    }

    List<String> names() {
        return all().stream()
                .map(secret -> secret.getMetadata().getName())
                .sorted()
                .toList();
    }

    private List<Secret> all() {
        return client.secrets()
                .inNamespace(namespace)
                .withLabel("owner", "helm")
                .list()
                .getItems();
    }

    private void rewrite(Secret secret, String status) {
        ObjectNode release = release(secret);
        ((ObjectNode) release.path("info")).put("status", status);
        secret.getMetadata().getLabels().put("status", status);
        secret.getData().put("release", encoded(release));
        client.resource(secret).update();
    }

    /** In the form of the recordings. */
    void look(String name, JsonNode recorded, ObjectNode seen) {
        Secret secret = client.secrets().inNamespace(namespace).withName(name).get();
        if (secret == null) {
            seen.put("absent", true);
            return;
        }
        seen.put("namespace", namespace).put("name", name).put("type", secret.getType());
        Map<String, String> labels = new TreeMap<>(secret.getMetadata().getLabels());
        labels.remove("createdAt");
        labels.remove("modifiedAt");
        seen.set("labels", JSON.valueToTree(labels));
        ArrayNode managers = seen.putArray("managers");
        secret.getMetadata().getManagedFields().stream()
                .map(ManagedFieldsEntry::getManager)
                .distinct()
                .sorted()
                .forEach(managers::add);
        seen.set("release", shown(release(secret), recorded.path("release")));
    }

    private static ObjectNode shown(JsonNode release, JsonNode recorded) {
        ObjectNode shown = JSON.createObjectNode();
        for (String field : List.of("name", "namespace", "version", "config", "apply_method")) {
            shown.set(field, release.path(field).isMissingNode() ? null : release.get(field));
        }
        JsonNode info = release.path("info");
        shown.put("status", info.path("status").asText());
        shown.put("description", info.path("description").asText());
        shown.put("deleted", info.path("deleted").asText().isEmpty() ? "" : "<time>");
        shown.put("notes", info.path("notes").asText());
        JsonNode chart = release.at("/chart/metadata");
        shown.put(
                "chart",
                chart.path("name").asText() + "@" + chart.path("version").asText());
        ArrayNode hooks = shown.putArray("hooks");
        release.path("hooks").forEach(hook -> hooks.add(shownHook(hook)));
        if (recorded.has("manifest")) {
            shown.set("manifest", new TextNode(release.path("manifest").asText()));
        }
        return shown;
    }

    private static ObjectNode shownHook(JsonNode hook) {
        ObjectNode shown = JSON.createObjectNode();
        shown.put("name", hook.path("name").asText())
                .put("kind", hook.path("kind").asText());
        shown.set("events", hook.path("events"));
        shown.put("phase", hook.at("/last_run/phase").asText());
        return shown;
    }

    private static ObjectNode release(Secret secret) {
        byte[] text = Base64.getDecoder().decode(secret.getData().get("release"));
        byte[] packed = Base64.getDecoder().decode(text);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return (ObjectNode) JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(JsonNode release) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(JSON.writeValueAsBytes(release));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = Base64.getEncoder().encodeToString(packed.toByteArray());
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
