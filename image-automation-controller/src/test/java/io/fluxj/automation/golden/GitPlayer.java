package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fluxj.golden.Player;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.golden.Comparison;
import io.fluxj.testkit.golden.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** Plays one recorded automation: a repository, a GitRepository, an ImageUpdateAutomation, and what becomes of them. */
record GitPlayer(AutomationStage stage, Rules rules) implements Player {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public Verdict play(Recording recording) throws IOException {
        JsonNode recorded = recording.document();
        if (recorded.path("before").isEmpty()) {
            return new Verdict.Skipped("of an empty repository we say so, see docs/differences.md");
        }
        String name = recorded.at("/automation/name").asText();
        Map<String, String> labels = new TreeMap<>();
        try (BareRepository repository =
                BareRepository.create(stage.seen().folder().resolve(name + ".git"))) {
            fill(repository, recorded.path("before"), labels);
        }
        arrange(name + ".git", recorded.path("server"));
        String port = "127.0.0.1:" + FreePort.choose();
        JsonNode source = placed(recorded.path("gitRepository"), labels, port);
        if (source.isObject()) {
            String _ = stage.create(
                    "source.toolkit.fluxcd.io/v1",
                    "GitRepository",
                    source.path("namespace").asText(),
                    source.path("name").asText(),
                    source.path("spec"),
                    NODES.missingNode());
        }
        JsonNode automation = placed(recorded.path("automation"), labels, port);
        String refused = stage.create(
                "image.toolkit.fluxcd.io/v1",
                "ImageUpdateAutomation",
                automation.path("namespace").asText(),
                name,
                automation.path("spec"),
                NODES.missingNode());
        if (recorded.has("rejectedByApiServer")) {
            String expected = recorded.path("rejectedByApiServer").asText();
            return Verdict.of(refused.contains(expected) ? "" : "- " + expected + "\n+ " + refused + "\n");
        }
        return settled(recorded, automation.path("namespace").asText(), name, port, labels);
    }

    /** Main first, all others upon it; two tags at main. */
    private static void fill(BareRepository repository, JsonNode before, Map<String, String> labels)
            throws IOException {
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
            var _ = stage.seen().locked().add(repository);
        }
        if (server.has("preReceiveHook")) {
            var _ = stage.seen().refusing().add(repository);
        }
    }

    private JsonNode placed(JsonNode node, Map<String, String> labels, String port) {
        String text = node.toString()
                .replace("${GIT}", stage.git().url().toString())
                .replace("${CLOSED_PORT}", "http://" + port);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text = text.replace(label.getKey(), label.getValue());
        }
        return Yaml.parse(text);
    }

    private Verdict settled(JsonNode recorded, String namespace, String name, String port, Map<String, String> labels) {
        String[] difference = {""};
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        difference[0] = difference(recorded, namespace, name, port, labels);
                        return difference[0].isEmpty();
                    });
            return new Verdict.Passed();
        } catch (ConditionTimeoutException late) {
            return new Verdict.Differs(difference[0]);
        }
    }

    private String difference(JsonNode recorded, String namespace, String name, String port, Map<String, String> before)
            throws IOException {
        Map<String, String> labels = new TreeMap<>(before);
        ObjectNode seen = NODES.objectNode();
        ObjectNode expected = NODES.objectNode();
        seen.set("status", status(namespace, name));
        expected.set("status", recorded.path("status"));
        seen.set("after", after(name, recorded, expected.putObject("after"), labels));
        expected.set("pushes", recorded.path("pushes"));
        ArrayNode pushes = seen.putArray("pushes");
        stage.seen()
                .pushes()
                .getOrDefault(name + ".git", List.of())
                .forEach(push -> push.forEach(pushes.addArray()::add));
        JsonNode general = generalized(seen, labels, port);
        String differs = new Comparison(rules).difference(expected, general);
        return differs.isEmpty() ? events(recorded, namespace, name, labels, port) : differs;
    }

    private JsonNode status(String namespace, String name) {
        GenericKubernetesResource object = stage.cluster()
                .client()
                .genericKubernetesResources("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation")
                .inNamespace(namespace)
                .withName(name)
                .get();
        JsonNode status = new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(object)
                .path("status");
        return status.isMissingNode() ? NODES.objectNode() : status;
    }

    private ObjectNode after(String name, JsonNode recorded, ObjectNode expected, Map<String, String> labels)
            throws IOException {
        ObjectNode seen = NODES.objectNode();
        Path folder = stage.seen().folder().resolve(name + ".git");
        try (BareRepository repository = BareRepository.open(folder)) {
            Map<String, ObjectId> refs = repository.refs();
            for (Map.Entry<String, JsonNode> ref : recorded.path("after").properties()) {
                ObjectId head = refs.get(ref.getKey());
                expected.set(ref.getKey(), ref.getValue());
                if (head != null) {
                    labels.putIfAbsent(ref.getValue().path("commit").asText(), head.name());
                    seen.set(ref.getKey(), described(repository, head));
                }
            }
        }
        return seen;
    }

    private static ObjectNode described(BareRepository repository, ObjectId head) throws IOException {
        ObjectNode seen = NODES.objectNode();
        RevCommit commit = repository.commit(head);
        seen.put("commit", head.name());
        seen.put("message", commit.getFullMessage());
        seen.put(
                "author",
                commit.getAuthorIdent().getName() + " <"
                        + commit.getAuthorIdent().getEmailAddress() + ">");
        seen.put(
                "committer",
                commit.getCommitterIdent().getName() + " <"
                        + commit.getCommitterIdent().getEmailAddress() + ">");
        byte[] signature = commit.getRawGpgSignature();
        seen.put("signed", signature != null);
        if (signature != null) {
            seen.put(
                    "signatureFirstLine",
                    new String(signature, java.nio.charset.StandardCharsets.US_ASCII)
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
        ObjectNode files = seen.putObject("files");
        repository.files(head).forEach(files::put);
        return seen;
    }

    private JsonNode generalized(JsonNode seen, Map<String, String> labels, String port) {
        return Yaml.parse(general(seen.toString(), labels, port));
    }

    private String general(String text, Map<String, String> labels, String port) {
        String general = text.replace(stage.git().url().toString(), "${GIT}")
                .replace("http://" + port, "${CLOSED_PORT}")
                .replace(port, "${CLOSED_PORT}")
                .replace("0".repeat(40), "${ZERO}");
        for (Map.Entry<String, String> label : labels.entrySet()) {
            general = general.replace(label.getValue(), label.getKey())
                    .replace("'" + label.getValue().substring(0, 7) + "'", "'" + label.getKey() + ":7'");
        }
        return general;
    }

    private String events(JsonNode recorded, String namespace, String name, Map<String, String> labels, String port) {
        List<Event> all = stage.cluster().client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> name.equals(event.getInvolvedObject().getName()))
                .toList();
        for (JsonNode event : recorded.at("/events/kubernetes")) {
            ObjectNode wanted = event.deepCopy();
            var _ = wanted.remove("annotations");
            boolean told = all.stream().anyMatch(one -> {
                ObjectNode seen = NODES.objectNode();
                seen.put("type", one.getType())
                        .put("reason", one.getReason())
                        .put("message", general(one.getMessage(), labels, port));
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
