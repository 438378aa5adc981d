package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Pods run as a service account that exists, and find its token in a volume. */
final class PodIdentity {
    private static final ResourceName ACCOUNTS = new ResourceName("", "serviceaccounts");
    private static final String VOLUME = "kube-api-access-";
    private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX = 5;
    /** A little more than an hour, which tells these tokens from those that were asked for. */
    private static final int TOKEN_SECONDS = 3607;

    private final ObjectStore store;
    private final RandomGenerator random = new Random();

    PodIdentity(ObjectStore store) {
        this.store = store;
    }

    void fill(Write write) {
        if (!write.creates("Pod") || !(write.next().get("spec") instanceof ObjectNode spec)) {
            return;
        }
        String name = spec.path("serviceAccountName").asText("");
        String account = name.isEmpty() ? "default" : name;
        spec.put("serviceAccountName", account).put("serviceAccount", account);
        ObjectNode found = store.get(ACCOUNTS, new Key(write.key().namespace(), account))
                .map(Stored::object)
                .orElseThrow(() -> write.forbidden("error looking up service account "
                        + write.key().namespace() + "/" + account + ": serviceaccount \"" + account + "\" not found"));
        JsonNode wanted = spec.has("automountServiceAccountToken")
                ? spec.path("automountServiceAccountToken")
                : found.path("automountServiceAccountToken");
        if (wanted.asBoolean(true)) {
            mount(spec);
        }
        if (spec.path("imagePullSecrets").isEmpty()
                && !found.path("imagePullSecrets").isEmpty()) {
            spec.set("imagePullSecrets", found.path("imagePullSecrets").deepCopy());
        }
    }

    private void mount(ObjectNode spec) {
        String given = "";
        for (JsonNode volume : spec.path("volumes")) {
            String name = volume.path("name").asText("");
            given = name.startsWith(VOLUME) ? name : given;
        }
        String volume = given.isEmpty() ? VOLUME + suffix() : given;
        boolean mounted = false;
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                mounted |= mount(container, volume);
            }
        }
        if (given.isEmpty() && mounted) {
            spec.withArrayProperty("volumes").add(volume(volume));
        }
    }

    private static boolean mount(JsonNode container, String volume) {
        for (JsonNode mount : container.path("volumeMounts")) {
            if (mount.path("mountPath").asText("").equals(PATH)) {
                return false;
            }
        }
        ((ObjectNode) container)
                .withArrayProperty("volumeMounts")
                .addObject()
                .put("name", volume)
                .put("readOnly", true)
                .put("mountPath", PATH);
        return true;
    }

    private static ObjectNode volume(String name) {
        ObjectNode out = io.fluxj.kube.json.Nodes.object().put("name", name);
        ObjectNode projected = out.putObject("projected").put("defaultMode", 0644);
        ArrayNode sources = projected.putArray("sources");
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", TOKEN_SECONDS)
                .put("path", "token");
        sources.addObject()
                .putObject("configMap")
                .put("name", "kube-root-ca.crt")
                .putArray("items")
                .addObject()
                .put("key", "ca.crt")
                .put("path", "ca.crt");
        ObjectNode item = sources.addObject()
                .putObject("downwardAPI")
                .putArray("items")
                .addObject()
                .put("path", "namespace");
        item.putObject("fieldRef").put("apiVersion", "v1").put("fieldPath", "metadata.namespace");
        return out;
    }

    private String suffix() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < SUFFIX; i++) {
            out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return out.toString();
    }
}
