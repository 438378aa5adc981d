package io.fluxj.helmrelease.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.testkit.golden.Action;
import io.fluxj.testkit.golden.GoldenCluster;
import io.fluxj.testkit.golden.Hands;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Pushes charts, changes objects by hand, runs Helm's program; looks at objects and into Helm's records. */
record HelmHands(GoldenCluster cluster, HelmStage.Servers servers, JsonNode manifests, Optional<HelmProgram> helm)
        implements Hands {

    @Override
    public void perform(Action.Special action) throws Exception {
        switch (action.what()) {
            case "oci" -> action.content().forEach(this::push);
            case "helm" -> helm(action.content().asText());
            case "kubectl" -> commands(action.content().asText());
            default ->
                new StoredReleases(cluster.client(), cluster.namespace())
                        .change(action.content().asText());
        }
    }

    private void push(JsonNode push) {
        JsonNode manifest = manifests.path(push.path("manifest").asText());
        servers.registry()
                .tag(
                        push.path("repo").asText().replace("@NS@", cluster.namespace()),
                        push.path("tag").asText(),
                        manifest.path("digest").asText(),
                        manifest.path("mediaType").asText());
    }

    private void helm(String script) throws IOException {
        helm.orElseThrow(() -> new IOException("FLUXJ_CLIENTS names no folder with helm"))
                .run(script, cluster.namespace());
    }

    private void commands(String script) {
        for (String command : script.split(";", -1)) {
            cluster.kubectl(command.strip());
        }
    }

    @Override
    public void look(JsonNode object, JsonNode recorded, ObjectNode seen) {
        ObjectNode metadata = seen.putObject("metadata");
        for (String field : List.of("generation", "finalizers", "labels", "annotations")) {
            boolean recordedOne = recorded.path("metadata").has(field);
            if (recordedOne && object.path("metadata").has(field)) {
                metadata.set(field, object.path("metadata").get(field));
            }
        }
        if (object.path("kind").asText().equals("Deployment") && recorded.has("spec")) {
            seen.putObject("spec")
                    .put("replicas", object.at("/spec/replicas").asInt())
                    .put(
                            "image",
                            object.at("/spec/template/spec/containers/0/image").asText());
        }
        if (!recorded.has("status")) {
            seen.remove("status");
        }
    }

    @Override
    public JsonNode see(String what, JsonNode recorded) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode one : recorded) {
            ObjectNode seen = all.addObject();
            StoredReleases stored =
                    new StoredReleases(cluster.client(), one.path("namespace").asText());
            stored.look(one.path("name").asText(), one, seen);
        }
        for (String extra : new StoredReleases(cluster.client(), cluster.namespace()).names()) {
            boolean known = recorded.valueStream()
                    .anyMatch(one -> one.path("name").asText().equals(extra));
            if (!known) {
                all.addObject().put("name", extra).put("unexpected", true);
            }
        }
        return all;
    }
}
