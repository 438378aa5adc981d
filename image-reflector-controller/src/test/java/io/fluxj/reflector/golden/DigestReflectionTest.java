package io.fluxj.reflector.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.Yaml;
import io.fluxj.reflector.ImageRegistry;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.golden.Comparison;
import io.fluxj.testkit.golden.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;

/** The recorded sequence of tags that come and move, with every way to reflect digests. */
class DigestReflectionTest {
    /** On the objects of these tests, so that the controller of the recorded cases leaves them alone. */
    static final String LABEL = "test";

    private static final Path SHIPPED = Path.of("src/test/resources/golden/image-policy");
    private static final String A = "sha256:9173a291766b82f0e2072ed44d623f530b93772fc5ead923289d2e929fbc247f";
    private static final String B = "sha256:fcf7250048e4640f174c9dea50756690ad33c3f35ba15b97a9cd095d20fbbbc6";
    private static final String C = "sha256:28b56b2ca665c53246f401f37836ce7682f0650e20b4896fed754aa438493b71";

    @TempDir
    Path work;

    @ClusterTest
    void followsTheRecordedSequence(KubeCluster cluster) throws Exception {
        GoldenFolder golden = GoldenFolder.of(SHIPPED);
        JsonNode recorded = Yaml.read(golden.file("digest-reflection.yaml"));
        Rules rules = Rules.read(SHIPPED.resolve("rules.yaml"));
        try (ImageStage stage =
                ImageStage.open(golden, cluster, work, "--watch-label-selector=" + LABEL + "=" + cluster.namespace())) {
            Sequence sequence = new Sequence(stage, rules);
            List<Runnable> steps = sequence.steps(recorded.path("objects"));
            assertThat(recorded.path("steps")).hasSameSizeAs(steps);
            for (int i = 0; i < steps.size(); i++) {
                JsonNode step = stage.places().fill(recorded.path("steps").get(i));
                steps.get(i).run();
                assertThat(stage.followed().await(() -> sequence.difference(step), Duration.ofSeconds(60)))
                        .as(step.path("step").asText())
                        .isEmpty();
            }
            Set<String> events = sequence.recordedEvents(recorded.path("fluxEvents"));
            assertThat(stage.followed().await(() -> sequence.untold(events), Duration.ofSeconds(60)))
                    .isEmpty();
        }
    }

    /** What is done to the registry and the objects. */
    private record Sequence(ImageStage stage, Rules rules) {
        List<Runnable> steps(JsonNode objects) {
            ImageRegistry registry = stage.servers().registry();
            return List.of(
                    () -> {
                        tags(registry, "1.0.0", "1.1.0", "latest");
                        lead(registry, Map.of("1.0.0", A, "1.1.0", B, "latest", A));
                        objects.properties()
                                .forEach(object ->
                                        apply(object.getKey(), stage.places().fill(object.getValue())));
                    },
                    () -> lead(registry, Map.of("latest", B)),
                    () -> {
                        tags(registry, "1.0.0", "1.1.0", "latest", "1.2.0");
                        lead(registry, Map.of("1.2.0", C));
                    },
                    () -> lead(registry, Map.of("1.2.0", A)),
                    () -> {
                        change("ImagePolicy", "real-ifnotpresent", "{\"digestReflectionPolicy\":\"Never\"}");
                        change("ImagePolicy", "real-never", "{\"digestReflectionPolicy\":\"IfNotPresent\"}");
                    },
                    () -> {
                        change("ImagePolicy", "real-always", "{\"policy\":{\"semver\":{\"range\":\"1.0.x\"}}}");
                        change("ImagePolicy", "real-latest-never", "{\"filterTags\":{\"pattern\":\"^nope$\"}}");
                        change("ImageRepository", "real", "{\"exclusionList\":[\"^1\\\\.2\"]}");
                    },
                    () -> {
                        change(
                                "ImagePolicy",
                                "real-latest-never",
                                "{\"policy\":{\"alphabetical\":null,\"semver\":{\"range\":\"bad range\"}}}");
                        change("ImageRepository", "real", "{\"image\":\"" + registry.address() + "/team/none\"}");
                    });
        }

        private static void tags(ImageRegistry registry, String... tags) {
            registry.tags("team/app", List.of(tags));
        }

        private static void lead(ImageRegistry registry, Map<String, String> digests) {
            digests.forEach((tag, digest) -> registry.digest("team/app:" + tag, digest));
        }

        private void apply(String reference, JsonNode spec) {
            ObjectNode object = Yaml.parse("{}").deepCopy();
            String[] parts = reference.split("/", 2);
            object.put("apiVersion", "image.toolkit.fluxcd.io/v1").put("kind", parts[0]);
            ObjectNode metadata = object.putObject("metadata");
            metadata.put("name", parts[1]).put("namespace", own());
            metadata.putObject("labels").put(LABEL, own());
            object.set("spec", spec);
            HasMetadata _ = stage.cluster().client().resource(object.toString()).create();
        }

        private void change(String kind, String name, String spec) {
            GenericKubernetesResource _ = stage.cluster()
                    .client()
                    .genericKubernetesResources("image.toolkit.fluxcd.io/v1", kind)
                    .inNamespace(own())
                    .withName(name)
                    .patch(
                            io.fabric8.kubernetes.client.dsl.base.PatchContext.of(
                                    io.fabric8.kubernetes.client.dsl.base.PatchType.JSON_MERGE),
                            "{\"spec\":" + spec + "}");
        }

        private String own() {
            return stage.cluster().namespace();
        }

        String difference(JsonNode step) {
            ObjectNode seen = Yaml.parse("{}").deepCopy();
            seen.set(
                    "repository",
                    stage.followed()
                            .object(ImageRepository.class, own(), "real")
                            .path("status"));
            ObjectNode recorded = Yaml.parse("{}").deepCopy();
            recorded.set("repository", step.path("repositoryStatus"));
            step.path("policyStatuses").properties().forEach(policy -> {
                recorded.set(policy.getKey(), policy.getValue());
                seen.set(
                        policy.getKey(),
                        stage.followed()
                                .object(ImagePolicy.class, own(), policy.getKey())
                                .path("status"));
            });
            return difference(recorded, seen);
        }

        private String difference(JsonNode recorded, JsonNode seen) {
            StringBuilder all = new StringBuilder();
            recorded.properties().forEach(object -> {
                ObjectNode left = Yaml.parse("{}").deepCopy();
                left.set("status", object.getValue());
                ObjectNode right = Yaml.parse("{}").deepCopy();
                JsonNode status = seen.path(object.getKey());
                right.set("status", status.isMissingNode() ? Yaml.parse("{}") : status);
                String differs = new Comparison(rules).difference(left, right);
                all.append(differs.isEmpty() ? "" : object.getKey() + ":\n" + differs);
            });
            return all.toString();
        }

        /** Events follow the statuses they tell of. */
        String untold(Set<String> events) {
            Set<String> left = new TreeSet<>(events);
            left.removeAll(told());
            return String.join("\n", left);
        }

        private Set<String> told() {
            Set<String> told = new TreeSet<>();
            stage.servers().sink().events().forEach(event -> told.add(shown(event)));
            return told;
        }

        Set<String> recordedEvents(JsonNode events) {
            Set<String> recorded = new TreeSet<>();
            stage.places().fill(events).forEach(event -> recorded.add(shown(event)));
            return recorded;
        }

        private String shown(JsonNode event) {
            JsonNode comparable = rules.comparable(event);
            return comparable.at("/involvedObject/name").asText() + " "
                    + comparable.path("severity").asText() + " "
                    + comparable.path("reason").asText() + " "
                    + comparable.path("message").asText();
        }
    }
}
