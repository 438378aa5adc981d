package io.fluxj.kustomization.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The objects that a scenario recorded as being in the cluster; one that was going when it was recorded may be gone by now. */
final class LiveObjects {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVER_METADATA =
            List.of("uid", "resourceVersion", "creationTimestamp", "generation", "managedFields", "deletionTimestamp");

    private static final Pattern CONTROLLER_UID = Pattern.compile("(?<=controller-uid: \")[0-9a-f-]{36}");

    private final KubernetesClient client;
    private final Scenario scenario;

    LiveObjects(KubernetesClient client, Scenario scenario) {
        this.client = client;
        this.scenario = scenario;
    }

    void assertAsRecorded(JsonNode objects) {
        for (JsonNode recorded : objects) {
            ObjectNode wanted = recorded.path("object").deepCopy();
            GenericKubernetesResource live = get(wanted);
            String subject = scenario.id() + ": " + wanted.path("kind").asText() + "/"
                    + wanted.path("metadata").path("name").asText();
            boolean wasGoing =
                    !wanted.path("metadata").path("deletionTimestamp").isMissingNode();
            if (live == null) {
                assertThat(wasGoing).as(subject + " may be missing").isTrue();
                continue;
            }
            assertThat(sorted(withoutServerFields(JSON.valueToTree(live))))
                    .as(subject)
                    .isEqualTo(sorted(withoutServerFields(wanted)));
            Set<String> managers = new TreeSet<>();
            recorded.path("managers").forEach(manager -> managers.add(manager.asText()));
            if (!managers.isEmpty()) {
                assertThat(managers(live)).as(subject + " managers").isEqualTo(managers);
            }
        }
    }

    private @Nullable GenericKubernetesResource get(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        var kind = client.genericKubernetesResources(
                object.path("apiVersion").asText(), object.path("kind").asText());
        NonNamespaceOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>> place =
                metadata.has("namespace")
                        ? kind.inNamespace(metadata.path("namespace").asText())
                        : kind;
        return place.withName(metadata.path("name").asText()).get();
    }

    private static JsonNode withoutServerFields(ObjectNode object) {
        ((ObjectNode) object.path("metadata")).remove(SERVER_METADATA);
        object.remove("status");
        if (object.path("kind").asText().equals("CustomResourceDefinition")) {
            object.remove("spec");
        }
        if (object.path("spec") instanceof ObjectNode spec
                && object.path("kind").asText().equals("Service")) {
            spec.remove(List.of("clusterIP", "clusterIPs"));
        }
        if (object.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove("deployment.kubernetes.io/revision");
            if (annotations.isEmpty()) {
                ((ObjectNode) object.path("metadata")).remove("annotations");
            }
        }
        return object;
    }

    private static String sorted(JsonNode node) {
        return CONTROLLER_UID.matcher(ScenarioRun.shown(node)).replaceAll("<uid>");
    }

    private static Set<String> managers(GenericKubernetesResource live) {
        Set<String> managers = new TreeSet<>();
        for (ManagedFieldsEntry entry : live.getMetadata().getManagedFields()) {
            String subresource = entry.getSubresource() == null ? "" : "/" + entry.getSubresource();
            managers.add(entry.getManager() + "/" + entry.getOperation() + subresource);
        }
        return managers;
    }
}
