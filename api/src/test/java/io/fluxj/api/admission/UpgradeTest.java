package io.fluxj.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.api.Manifest;
import io.fluxj.api.schema.ReferenceCrds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Our CRDs over those of an existing installation that has objects with every field. */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
@SuppressWarnings("NullAway.Init")
class UpgradeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WITH_OLD_FIELD = "tenancy/002-kustomization-tenants.yaml";

    @TempDir
    private static Path folder;

    private static ApiServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ApiServer.start(folder);
        for (String crd : ReferenceCrds.all()) {
            server.apply(crd, "flux");
        }
        server.awaitCrds();
        server.createNamespace("complete");
    }

    @AfterAll
    static void stop() {
        if (server != null) { // null when it did not start
            server.close();
        }
    }

    @Test
    void losesNoObjectAndNoField() throws IOException, InterruptedException {
        for (Manifest manifest : complete()) {
            server.apply(withoutStatus(manifest), "user");
            writeStatus(manifest);
        }
        List<JsonNode> before = objects();

        server.installCrds();

        assertThat(objects()).isEqualTo(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).get("spec"))
                    .isEqualTo(asFluxKnowsIt(complete().get(i)).get("spec"));
            assertThat(before.get(i).path("status"))
                    .isEqualTo(asFluxKnowsIt(complete().get(i)).path("status"));
        }
    }

    /** Whoever swaps back finds everything that the earlier CRDs know; what only ours know is no longer shown. */
    @Test
    void goesBackWithoutLosingAnObject() throws IOException, InterruptedException {
        server.installCrds();
        server.createNamespace("flux-system");
        for (Manifest seed : oldAndLenientSeeds()) {
            server.apply(seed.object().toString(), "guide");
        }
        List<JsonNode> before = specs();

        for (String crd : ReferenceCrds.all()) {
            server.apply(crd, "flux");
        }
        server.awaitCrds();

        assertThat(specs()).isEqualTo(before);
    }

    /** Those in versions that Flux no longer serves, and the one with a field that it no longer has. */
    private static List<Manifest> oldAndLenientSeeds() {
        return Manifest.seeds().stream()
                .filter(seed -> seed.object().at("/metadata/namespace").asText().equals("flux-system"))
                .filter(seed -> !seed.apiVersion().equals(HasMetadata.getApiVersion(seed.type()))
                        || seed.file().equals(WITH_OLD_FIELD))
                .toList();
    }

    private static List<JsonNode> specs() throws IOException {
        List<JsonNode> specs = new ArrayList<>();
        for (Manifest seed : oldAndLenientSeeds()) {
            String path = "/apis/%s/namespaces/flux-system/%s/%s"
                    .formatted(
                            HasMetadata.getApiVersion(seed.type()),
                            HasMetadata.getPlural(seed.type()),
                            seed.object().at("/metadata/name").asText());
            ObjectNode spec =
                    (ObjectNode) JSON.readTree(server.client().raw(path)).get("spec");
            specs.add(spec.without("validation"));
        }
        return specs;
    }

    /** All but the one whose chart is described in a way that came with Flux 2.10: the CRDs before it refuse the object. */
    private static List<Manifest> complete() {
        return Manifest.complete().stream()
                .filter(manifest -> manifest.object().at("/spec/chart/kind").isMissingNode())
                .toList();
    }

    private static String withoutStatus(Manifest manifest) {
        ObjectNode object = asFluxKnowsIt(manifest);
        object.remove("status");
        return object.toString();
    }

    /** Without what only our CRDs have. */
    private static ObjectNode asFluxKnowsIt(Manifest manifest) {
        ObjectNode object = manifest.object().deepCopy();
        JsonNode schema = schemaOfFlux(object);
        for (String part : List.of("spec", "status")) {
            JsonNode known = schema.at("/properties/" + part);
            if (known.isMissingNode()) {
                object.remove(part);
            } else {
                prune(object.path(part), known);
            }
        }
        return object;
    }

    private static JsonNode schemaOfFlux(ObjectNode object) {
        String version = object.get("apiVersion").asText();
        for (String text : ReferenceCrds.all()) {
            JsonNode crd = server.client().getKubernetesSerialization().unmarshal(text, JsonNode.class);
            boolean isOfKind = crd.at("/spec/names/kind").equals(object.get("kind"))
                    && version.startsWith(crd.at("/spec/group").asText() + "/");
            for (JsonNode served : crd.at("/spec/versions")) {
                if (isOfKind && version.endsWith("/" + served.get("name").asText())) {
                    return served.at("/schema/openAPIV3Schema");
                }
            }
        }
        throw new IllegalArgumentException("Flux has no " + object.get("kind") + " " + version);
    }

    /** As the API server prunes, which it does for statuses alone when asked to be strict. */
    private static void prune(JsonNode node, JsonNode schema) {
        if (node instanceof ObjectNode object && schema.has("properties")) {
            JsonNode known = schema.get("properties");
            object.retain(known.propertyStream().map(Map.Entry::getKey).toList());
            object.properties().forEach(field -> prune(field.getValue(), known.get(field.getKey())));
        }
        node.elements().forEachRemaining(element -> {
            if (schema.has("items")) {
                prune(element, schema.get("items"));
            }
        });
    }

    private static void writeStatus(Manifest manifest) {
        ObjectNode object = asFluxKnowsIt(manifest);
        if (!object.has("status")) {
            return;
        }
        object.remove("spec");
        var patch = server.client()
                .getKubernetesSerialization()
                .unmarshal(object.toString(), GenericKubernetesResource.class);
        server.client()
                .resource(patch)
                .subresource("status")
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("controller")
                        .withForce(true)
                        .build());
    }

    /** All objects as our classes read and write them. */
    private static List<JsonNode> objects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (Manifest manifest : complete()) {
            HasMetadata read = server.client()
                    .resources(manifest.type())
                    .inNamespace("complete")
                    .withName(manifest.object().at("/metadata/name").asText())
                    .require();
            ObjectNode tree = (ObjectNode)
                    JSON.readTree(server.client().getKubernetesSerialization().asJson(read));
            objects.add(tree);
        }
        return objects;
    }
}
