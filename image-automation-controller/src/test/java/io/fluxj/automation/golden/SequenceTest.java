package io.fluxj.automation.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.automation.AutomationStage;
import io.fluxj.automation.BareRepository;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import io.fluxj.testkit.golden.Comparison;
import io.fluxj.testkit.golden.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.io.TempDir;

/** The recorded life of one automation: what is asked of the Git server, committed and said while policies, files and specs change. */
class SequenceTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NAME = "sequence";
    private static final PersonIdent DEV =
            new PersonIdent("Dev", "dev@example.com", Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path work;

    @ClusterTest
    void livesTheRecordedLife(KubeCluster cluster) throws Exception {
        assumeThat(cluster.target())
                .as(
                        "a busy real server wakes the automation once more for a change of the step before, and Git is asked in this one")
                .isEqualTo(KubeTarget.EMBEDDED);
        JsonNode recorded = Yaml.read(RecordedPolicies.SHIPPED.resolve("sequence.yaml"));
        Rules rules = Rules.read(RecordedPolicies.SHIPPED.resolve("rules.yaml"));
        Namespaces namespaces = Namespaces.of(cluster, List.of("seq"));
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Life life = new Life(stage, namespaces, rules, new TreeMap<>());
            List<Runnable> steps = life.steps(recorded);
            assertThat(recorded.path("steps")).hasSameSizeAs(steps);
            int seen = 0;
            for (int i = 0; i < steps.size(); i++) {
                JsonNode step = recorded.path("steps").get(i);
                steps.get(i).run();
                assertThat(life.awaited(step, seen))
                        .as(step.path("step").asText())
                        .isEmpty();
                seen = stage.git().requests(NAME).size();
            }
        }
    }

    /**
     * What is done, and what came of it.
     *
     * @param hashes by their names in the recording
     */
    private record Life(AutomationStage stage, Namespaces namespaces, Rules rules, Map<String, String> hashes) {
        List<Runnable> steps(JsonNode recorded) {
            String first =
                    recorded.at("/steps/0/branches/main/app.yaml").asText().replace(":6.7.1", ":5.0.0");
            String last = recorded.at("/steps/4/branches/main/app.yaml").asText();
            return List.of(
                    () -> begin(recorded, first),
                    () -> request("t1"),
                    () -> request("t2"),
                    () -> choose("podinfo", "ghcr.io/stefanprodan/podinfo", "6.8.0"),
                    () -> {
                        commit("dev", last);
                        request("t3");
                    },
                    () -> {
                        commit("rev", last.replace(":6.8.0", ":1.0.0"));
                        request("t4");
                    },
                    () -> choose("numtag", "ghcr.io/acme/num", "20250101"),
                    () -> change("{\"spec\":{\"git\":{\"push\":{\"branch\":\"later\"}}}}"),
                    () -> choose("podinfo", "ghcr.io/stefanprodan/podinfo", "6.9.0"),
                    () -> request("t5"),
                    () -> merge("GitRepository", "g-sequence", "{\"spec\":{\"timeout\":\"50s\"}}"),
                    () -> choose("noref", "x.example/y", "1"),
                    () -> stage.object("ImagePolicy", own(), "noref").delete(),
                    () -> {
                        change("{\"spec\":{\"suspend\":true}}");
                        awaitSeen();
                        choose("podinfo", "ghcr.io/stefanprodan/podinfo", "7.0.0");
                    },
                    () -> change("{\"spec\":{\"suspend\":false}}"),
                    () -> {
                        stage.object("GitRepository", own(), "g-sequence").delete();
                        request("t6");
                    });
        }

        private String own() {
            return namespaces.of("seq");
        }

        private void begin(JsonNode recorded, String app) {
            try (BareRepository repository = BareRepository.create(stage.git().repository(NAME))) {
                ObjectId _ = repository.commit("refs/heads/main", file(app), "Initial");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            recorded.path("policies").properties().stream()
                    .filter(policy -> !policy.getKey().equals("namespace"))
                    .forEach(policy -> stage.policy(own(), policy.getKey(), policy.getValue(), NODES.objectNode()));
            ObjectNode source = NODES.objectNode();
            source.put("interval", "1h").put("url", stage.git().url() + "/" + NAME + ".git");
            source.putObject("ref").put("branch", "main");
            create("source.toolkit.fluxcd.io/v1", "GitRepository", "g-sequence", source);
            create("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", NAME, recorded.path("automation"));
        }

        private void create(String version, String kind, String name, JsonNode spec) {
            assertThat(stage.create(version, kind, own(), name, spec, NODES.objectNode()))
                    .isEmpty();
        }

        private JsonNode file(String app) {
            ObjectNode files = NODES.objectNode();
            files.put("app.yaml", app);
            return Yaml.parse(namespaces.placed(files.toString()));
        }

        private void commit(String message, String app) {
            try (BareRepository repository = BareRepository.open(stage.git().repository(NAME))) {
                ObjectId head = Objects.requireNonNull(repository.refs().get("refs/heads/main"));
                ObjectId _ = repository.commit(DEV, "refs/heads/main", file(app), message, head);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private void choose(String policy, String image, String tag) {
            stage.choose(own(), policy, NODES.objectNode().put("name", image).put("tag", tag));
        }

        private void request(String token) {
            change("{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"" + token + "\"}}}");
        }

        private void change(String patch) {
            merge("ImageUpdateAutomation", NAME, patch);
        }

        /** Changes of two kinds may be told in either order; the generation of a suspended object that is Ready is noted. */
        private void awaitSeen() {
            Awaitility.await("the suspension").atMost(Duration.ofSeconds(60)).until(() -> stage.object(
                            "ImageUpdateAutomation", own(), NAME)
                    .require()
                    .getMetadata()
                    .getGeneration()
                    .equals(stage.status(own(), NAME).path("observedGeneration").asLong()));
        }

        private void merge(String kind, String name, String patch) {
            var _ = stage.object(kind, own(), name).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        }

        /** How the state differs from the recorded one once it has had time to become the same. */
        String awaited(JsonNode step, int requestsBefore) {
            String[] difference = {""};
            try {
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> {
                            difference[0] = difference(step, requestsBefore);
                            return difference[0].isEmpty();
                        });
                return "";
            } catch (ConditionTimeoutException late) {
                return difference[0];
            }
        }

        private String difference(JsonNode step, int requestsBefore) throws IOException {
            ObjectNode seen = NODES.objectNode();
            ObjectNode expected = NODES.objectNode();
            expected.set("status", step.path("status"));
            seen.set("status", stage.status(own(), NAME));
            expected.set("branches", step.path("branches"));
            seen.set("branches", branches(step.path("branches")));
            expected.set("requests", done(texts(step.path("gitRequests"))));
            List<String> all = stage.git().requests(NAME);
            seen.set("requests", done(all.subList(requestsBefore, all.size())));
            String text = namespaces.general(seen.toString());
            for (Map.Entry<String, String> hash : hashes.entrySet()) {
                text = text.replace(hash.getValue(), hash.getKey());
            }
            return new Comparison(rules).difference(expected, Yaml.parse(text));
        }

        private ObjectNode branches(JsonNode recorded) throws IOException {
            ObjectNode seen = NODES.objectNode();
            try (BareRepository repository = BareRepository.open(stage.git().repository(NAME))) {
                for (Map.Entry<String, ObjectId> ref : repository.refs().entrySet()) {
                    String name = ref.getKey().replaceFirst("^refs/heads/", "");
                    hashes.put(
                            recorded.path(name).path("commit").asText("unknown"),
                            ref.getValue().name());
                    seen.set(name, Described.branch(repository, ref.getValue()));
                }
            }
            return seen;
        }

        /** Each kind of request once, in any order: a branch besides is looked up by requests of its own, the last of which may come after the state it belongs to. */
        private static JsonNode done(List<String> requests) {
            var done = NODES.arrayNode();
            requests.stream().distinct().sorted().forEach(done::add);
            return done;
        }

        private static List<String> texts(JsonNode list) {
            List<String> texts = new ArrayList<>();
            list.forEach(item -> texts.add(item.asText()));
            return texts;
        }
    }
}
