package io.fluxj.notification.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import io.fluxj.notification.event.Involved;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Which Alerts an event reaches, with which metadata, and what is said of the others. */
class FilterGoldenTest {
    private static final GoldenFolder FOLDER = GoldenFolder.of(Path.of("src/test/resources/golden/notification"));

    @TestFactory
    Stream<DynamicNode> reachesTheAlertsThatItReachesInFlux() throws Exception {
        FilterStage stage = new FilterStage(Yaml.read(FOLDER.file("filters.yaml")), false);
        return new GoldenTests()
                        .add(
                                "filters",
                                FOLDER.items("filters.yaml", "cases").stream()
                                        .map(FilterGoldenTest::named)
                                        .toList(),
                                stage::play,
                                1,
                                stage)
                        .stream();
    }

    /** The cases are named by their event. */
    private static Recording named(Recording recording) {
        return new Recording(recording.document().path("event").asText(), recording.source(), recording.document());
    }

    @TestFactory
    Stream<DynamicNode> keepsTenantsApart() throws Exception {
        FilterStage stage = new FilterStage(Yaml.read(FOLDER.file("filters.yaml")), true);
        JsonNode document = Yaml.read(FOLDER.file("no-cross-namespace.yaml"));
        Recording recording = new Recording("no-cross-namespace", FOLDER.file("no-cross-namespace.yaml"), document);
        return new GoldenTests().add("tenants", java.util.List.of(recording), stage::playTenants, 1, stage).stream();
    }

    /** The Alerts, each with a path of its own at the sink. */
    static final class FilterStage implements AutoCloseable {
        private final Map<String, JsonNode> delivered = new ConcurrentHashMap<>();
        private final Sink sink;
        private final Rig rig;

        FilterStage(JsonNode recorded, boolean ownEventsOnly) throws Exception {
            Function<Seen, Answer> replies = seen -> {
                String[] path = seen.target().split("/", -1);
                delivered.put(
                        path[1].equals("api") ? path[4] : path[1],
                        seen.body().isEmpty() ? Yaml.parse("{}") : ProviderStage.json(seen.body()));
                return Answer.of(200, seen.method().equals("GET") ? "[]" : "{}");
            };
            sink = Sink.start(
                    new Sink.Security(Optional.empty(), false, javax.net.ssl.SSLContext.getDefault()), replies);
            rig = new Rig(Rig.Setup.PLAIN.withTenants(ownEventsOnly).withLabels(object -> labels(recorded, object)));
            recorded.path("alerts").forEach(this::add);
        }

        private static Optional<Map<String, String>> labels(JsonNode recorded, Involved object) {
            for (JsonNode live : recorded.path("liveObjects")) {
                if (live.path("kind").asText().equals(object.kind())
                        && live.path("name").asText().equals(object.name())
                        && live.path("namespace").asText().equals(object.namespace())
                        && object.apiVersion().equals("source.toolkit.fluxcd.io/v1")) {
                    Map<String, String> labels = new HashMap<>();
                    live.path("labels")
                            .properties()
                            .forEach(label ->
                                    labels.put(label.getKey(), label.getValue().asText()));
                    return Optional.of(labels);
                }
            }
            return Optional.empty();
        }

        private void add(JsonNode recorded) {
            String name = recorded.path("name").asText();
            String namespace = recorded.path("alertNamespace").asText();
            ObjectNode alert = object(name, namespace, recorded.path("alert"));
            ((ObjectNode) alert.path("spec")).putObject("providerRef").put("name", name);
            if (recorded.has("provider")) {
                ObjectNode provider = object(name, namespace, recorded.path("provider"));
                String type = recorded.at("/provider/type").asText();
                String repository = type.startsWith("g") && !type.startsWith("generic") ? "/r" : "";
                ((ObjectNode) provider.path("spec")).put("address", "http://" + sink.host() + "/" + name + repository);
                rig.add(provider, alert);
            } else {
                rig.addAlert(alert);
            }
            rig.addSecret(namespace, name, Map.of("token", "t"));
        }

        private static ObjectNode object(String name, String namespace, JsonNode spec) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.putObject("metadata")
                    .put("name", name)
                    .put("namespace", namespace)
                    .put("uid", "0-0");
            object.set("spec", spec.deepCopy());
            return object;
        }

        Verdict play(Recording recording) throws Exception {
            JsonNode document = recording.document();
            int status = post(document.path("input"));
            ObjectNode expected = JsonNodeFactory.instance.objectNode();
            expected.put("status", document.path("status").asInt());
            ObjectNode reached = expected.putObject("deliveredTo");
            document.path("deliveredTo")
                    .properties()
                    .forEach(alert -> reached.set(
                            alert.getKey(),
                            alert.getValue().has("metadata") ? alert.getValue().path("metadata") : Yaml.parse("sent")));
            expected.set("kubernetesEvents", sorted(document.path("kubernetesEvents")));
            return Verdict.of(Diff.between(Yaml.print(expected), Yaml.print(seen(status))));
        }

        Verdict playTenants(Recording recording) throws Exception {
            JsonNode document = recording.document();
            int status = post(document.path("input"));
            ObjectNode expected = JsonNodeFactory.instance.objectNode();
            expected.put("status", document.path("status").asInt());
            ArrayNode complaints = expected.putArray("kubernetesEvents");
            document.path("kubernetesEvents").forEach(complaints::add);
            boolean reached = true;
            for (JsonNode alert : document.path("deliveredTo")) {
                reached &= delivered.containsKey(alert.asText());
            }
            ObjectNode seen = seen(status);
            seen.remove("deliveredTo");
            seen.set("kubernetesEvents", only(seen.path("kubernetesEvents"), "access denied"));
            return reached && !delivered.containsKey("other-ns-alert")
                    ? Verdict.of(Diff.between(Yaml.print(expected), Yaml.print(seen)))
                    : new Verdict.Differs("reached " + delivered.keySet());
        }

        private static ArrayNode only(JsonNode events, String text) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            events.forEach(event -> {
                if (event.path("message").asText().contains(text)) {
                    kept.add(event);
                }
            });
            return kept;
        }

        private int post(JsonNode input) throws Exception {
            delivered.clear();
            var _ = rig.takeComplaints();
            return rig.post(input.toString());
        }

        private ObjectNode seen(int status) {
            ObjectNode seen = JsonNodeFactory.instance.objectNode();
            seen.put("status", status);
            ObjectNode reached = seen.putObject("deliveredTo");
            new TreeMap<>(delivered)
                    .forEach((alert, body) -> reached.set(
                            alert,
                            body.has("involvedObject")
                                    ? body.has("metadata") ? body.path("metadata") : JsonNodeFactory.instance.nullNode()
                                    : Yaml.parse("sent")));
            ArrayNode complaints = JsonNodeFactory.instance.arrayNode();
            rig.takeComplaints().forEach(complaint -> {
                ObjectNode event = complaints.addObject();
                event.put("alert", complaint.alert());
                event.put("type", "Warning");
                event.put("reason", complaint.reason());
                event.put("message", complaint.message());
                if (!complaint.annotations().isEmpty()) {
                    ObjectNode annotations = event.putObject("annotations");
                    new TreeMap<>(complaint.annotations()).forEach(annotations::put);
                }
            });
            seen.set("kubernetesEvents", sorted(complaints));
            return seen;
        }

        private static ArrayNode sorted(JsonNode events) {
            Map<String, JsonNode> byAlert = new TreeMap<>();
            events.forEach(event -> byAlert.put(
                    event.path("alert").asText() + event.path("message").asText(), event));
            ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
            byAlert.values().forEach(sorted::add);
            return sorted;
        }

        @Override
        public void close() throws java.io.IOException {
            rig.close();
            sink.close();
        }
    }
}
