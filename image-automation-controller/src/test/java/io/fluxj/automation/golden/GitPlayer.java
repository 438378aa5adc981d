package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.automation.AutomationStage;
import io.fluxj.automation.BareRepository;
import io.fluxj.golden.Player;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.golden.Comparison;
import io.fluxj.testkit.golden.Rules;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Plays recorded automations: a repository, a GitRepository, an ImageUpdateAutomation, and what becomes of them.
 *
 * @param ofEmptyRepository what we say of a repository without a commit, where Flux says nothing; see docs/differences.md
 */
record GitPlayer(AutomationStage stage, Namespaces namespaces, Rules rules, JsonNode ofEmptyRepository)
        implements Player {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One of them, with the address at which nobody listens, and the hashes that are known before. */
    private record Played(JsonNode recorded, String namespace, String name, String port, Map<String, String> labels) {}

    @Override
    public Verdict play(Recording recording) throws IOException {
        JsonNode recorded = recording.document();
        String name = recorded.at("/automation/name").asText();
        Map<String, String> labels = new TreeMap<>();
        String port = "127.0.0.1:" + FreePort.choose();
        try (BareRepository repository = BareRepository.create(stage.git().repository(name))) {
            fill(repository, placed(recorded.path("before"), labels, port), labels);
        }
        arrange(name, recorded.path("server"));
        JsonNode source = placed(recorded.path("gitRepository"), labels, port);
        if (source.isObject()) {
            String _ = create("source.toolkit.fluxcd.io/v1", "GitRepository", source);
        }
        JsonNode automation = placed(recorded.path("automation"), labels, port);
        String refused = create("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", automation);
        if (recorded.has("rejectedByApiServer")) {
            String expected = recorded.path("rejectedByApiServer").asText();
            return Verdict.of(refused.contains(expected) ? "" : "- " + expected + "\n+ " + refused + "\n");
        }
        return settled(
                new Played(expected(recorded), automation.path("namespace").asText(), name, port, labels));
    }

    private JsonNode expected(JsonNode recorded) {
        return recorded.path("before").isEmpty()
                ? recorded.<ObjectNode>deepCopy().setAll((ObjectNode) ofEmptyRepository)
                : recorded;
    }

    private String create(String version, String kind, JsonNode object) {
        return stage.create(
                version,
                kind,
                object.path("namespace").asText(),
                object.path("name").asText(),
                object.path("spec"),
                NODES.objectNode());
    }

    /** Main first, all others upon it; two tags at main. */
    private static void fill(BareRepository repository, JsonNode before, Map<String, String> labels)
            throws IOException {
        if (before.isEmpty()) {
            return;
        }
        String first = before.has("refs/heads/main")
                ? "refs/heads/main"
                : before.fieldNames().next();
        ObjectId base = repository.commit(first, before.path(first).path("files"), "Initial");
        labels.put(before.path(first).path("commit").asText(), base.name());
        repository.point("refs/tags/v1", base);
        repository.point("refs/tags/1.0.0", base);
        for (Map.Entry<String, JsonNode> ref : before.properties()) {
            if (!ref.getKey().equals(first)) {
                ObjectId made = repository.commit(ref.getKey(), ref.getValue().path("files"), "on it", base);
                labels.put(ref.getValue().path("commit").asText(), made.name());
            }
        }
    }

    private void arrange(String repository, JsonNode server) {
        if (server.has("auth")) {
            stage.git().lock(repository);
        }
        if (server.has("preReceiveHook")) {
            stage.git().refuse(repository, "pre-receive hook declined");
        }
    }

    private JsonNode placed(JsonNode node, Map<String, String> labels, String port) {
        String text = namespaces
                .placed(node.toString())
                .replace("${GIT}", stage.git().url().toString())
                .replace("${CLOSED_PORT}", "http://" + port);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text = text.replace(label.getKey(), label.getValue());
        }
        return Yaml.parse(text);
    }

    private Verdict settled(Played played) {
        String[] difference = {""};
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        difference[0] = difference(played);
                        return difference[0].isEmpty();
                    });
            return new Verdict.Passed();
        } catch (ConditionTimeoutException late) {
            return new Verdict.Differs(difference[0]);
        }
    }

    private String difference(Played played) throws IOException {
        Map<String, String> labels = new TreeMap<>(played.labels());
        ObjectNode seen = NODES.objectNode();
        ObjectNode expected = NODES.objectNode();
        seen.set("status", stage.status(played.namespace(), played.name()));
        expected.set("status", played.recorded().path("status"));
        seen.set("after", after(played, expected.putObject("after"), labels));
        expected.set("pushes", played.recorded().path("pushes"));
        ArrayNode pushes = seen.putArray("pushes");
        stage.git().pushes(played.name()).forEach(push -> push.forEach(pushes.addArray()::add));
        JsonNode general = Yaml.parse(general(seen.toString(), labels, played.port()));
        String differs = new Comparison(rules).difference(expected, general);
        return differs.isEmpty() ? untold(played, labels) : differs;
    }

    private ObjectNode after(Played played, ObjectNode expected, Map<String, String> labels) throws IOException {
        ObjectNode seen = NODES.objectNode();
        try (BareRepository repository = BareRepository.open(stage.git().repository(played.name()))) {
            Map<String, ObjectId> refs = repository.refs();
            for (Map.Entry<String, JsonNode> ref :
                    played.recorded().path("after").properties()) {
                ObjectId head = refs.get(ref.getKey());
                expected.set(ref.getKey(), ref.getValue());
                if (head != null) {
                    labels.putIfAbsent(ref.getValue().path("commit").asText(), head.name());
                    seen.set(ref.getKey(), Described.commit(repository, head));
                }
            }
        }
        return seen;
    }

    private String general(String text, Map<String, String> labels, String port) {
        String general = namespaces
                .general(text)
                .replace(stage.git().url().toString(), "${GIT}")
                .replace("http://" + port, "${CLOSED_PORT}")
                .replace(port, "${CLOSED_PORT}")
                .replace("0".repeat(40), "${ZERO}");
        for (Map.Entry<String, String> label : labels.entrySet()) {
            general = general.replace(label.getValue(), label.getKey())
                    .replace("'" + label.getValue().substring(0, 7) + "'", "'" + label.getKey() + ":7'");
        }
        return general;
    }

    private String untold(Played played, Map<String, String> labels) {
        List<Event> all = stage.events(played.namespace(), played.name());
        for (JsonNode event : played.recorded().at("/events/kubernetes")) {
            ObjectNode wanted = event.deepCopy();
            var _ = wanted.remove("annotations");
            boolean told = all.stream().anyMatch(one -> {
                ObjectNode seen = NODES.objectNode();
                seen.put("type", one.getType())
                        .put("reason", one.getReason())
                        .put("message", general(one.getMessage(), labels, played.port()));
                return new Comparison(rules).difference(wanted, seen).isEmpty();
            });
            boolean trace = event.path("message").asText().startsWith("no change since");
            if (!told && !trace) {
                return "not told: " + event + "\n";
            }
        }
        return "";
    }
}
