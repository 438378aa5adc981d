package io.fluxj.kustomization.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.source.v1.GitRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does what a step of a scenario says. */
final class Actions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;
    private final Scenario scenario;
    private final SourceSide source;

    Actions(KubernetesClient client, Scenario scenario, SourceSide source) {
        this.client = client;
        this.scenario = scenario;
        this.source = source;
    }

    void perform(JsonNode action) throws JsonProcessingException {
        for (JsonNode object : action.path("apply")) {
            apply(object.deepCopy(), object.path("__manager").asText("scenario"));
        }
        commit(action.path("commit"));
        for (JsonNode object : action.path("kustomizations")) {
            apply(object.deepCopy(), "scenario");
        }
        for (JsonNode patch : action.path("patch")) {
            kustomization(patch.get(1).asText())
                    .patch(PatchContext.of(PatchType.JSON_MERGE), patch.get(2).toString());
        }
        for (JsonNode command : action.path("kubectl")) {
            List<String> words = new ArrayList<>();
            command.forEach(word -> words.add(word.asText()));
            kubectl(words.subList(2, words.size()));
        }
        if (action.has("poke")) {
            String patch = "{\"metadata\": {\"annotations\": {\"reconcile.fluxcd.io/requestedAt\": \"%s\"}}}"
                    .formatted(action.path("poke").asText());
            kustomization("app").patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        }
    }

    private void apply(ObjectNode object, String manager) throws JsonProcessingException {
        object.remove("__manager");
        GenericKubernetesResource resource = JSON.treeToValue(object, GenericKubernetesResource.class);
        client.resource(resource).fieldManager(manager).forceConflicts().serverSideApply();
    }

    private void commit(JsonNode files) {
        if (files.isMissingNode()) {
            return;
        }
        Map<String, @Nullable String> changes = new HashMap<>();
        files.properties()
                .forEach(file -> changes.put(
                        file.getKey(),
                        file.getValue().isNull() ? null : file.getValue().asText()));
        source.commit(changes);
    }

    private void kubectl(List<String> words) {
        Resource<?> target = target(words.get(1), words.get(2));
        if (words.getFirst().equals("delete")) {
            target.delete();
            if (words.get(1).equals("gitrepository")) {
                // the step goes on to ask for a pass, which is to know of it
                target.waitUntilCondition(Objects::isNull, 30, TimeUnit.SECONDS);
            }
            return;
        }
        String body = words.get(words.indexOf("-p") + 1);
        PatchType type = words.contains("--type=json") ? PatchType.JSON : PatchType.JSON_MERGE;
        target.patch(
                new PatchContext.Builder()
                        .withPatchType(type)
                        .withFieldManager("kubectl-patch")
                        .build(),
                body);
    }

    private Resource<?> target(String kind, String name) {
        String namespace = scenario.namespace();
        return switch (kind) {
            case "kustomization" -> kustomization(name);
            case "gitrepository" ->
                client.resources(GitRepository.class).inNamespace(namespace).withName(name);
            case "cm" -> client.configMaps().inNamespace(namespace).withName(name);
            case "sa" -> client.serviceAccounts().inNamespace(namespace).withName(name);
            default -> throw new IllegalArgumentException("no scenario so far used " + kind);
        };
    }

    private Resource<Kustomization> kustomization(String name) {
        return client.resources(Kustomization.class)
                .inNamespace(scenario.namespace())
                .withName(name);
    }
}
