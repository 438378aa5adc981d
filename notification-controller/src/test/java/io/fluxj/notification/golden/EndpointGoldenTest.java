package io.fluxj.notification.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.golden.Diff;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.golden.Yaml;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What the endpoint answers to good and bad events, and which of them count. */
class EndpointGoldenTest {
    private static final GoldenFolder FOLDER = GoldenFolder.of(Path.of("src/test/resources/golden/notification"));
    private static final Duration INTERVAL = Duration.ofSeconds(4);

    @TestFactory
    Stream<DynamicNode> answersAsFlux() throws Exception {
        Stage stage = new Stage();
        JsonNode forwarded = Yaml.read(FOLDER.file("event-endpoint.yaml")).path("forwardedBodyByMessage");
        return new GoldenTests()
                        .add(
                                "endpoint",
                                FOLDER.items("event-endpoint.yaml", "cases"),
                                recording -> stage.play(recording, forwarded),
                                1,
                                stage)
                        .stream();
    }

    @TestFactory
    Stream<DynamicNode> countsEqualEventsOnce() throws Exception {
        Stage stage = new Stage();
        return new GoldenTests()
                .add("rate limit", FOLDER.items("rate-limit.yaml", "steps"), stage::limit, 1, stage).stream();
    }

    /** An Alert for everything of one namespace. */
    private static final class Stage implements AutoCloseable {
        private static final Set<String> COMPARED = Set.of(
                "content-length",
                "content-type",
                "x-content-type-options",
                "x-ratelimit-limit",
                "x-ratelimit-remaining");
        private static final Set<String> TOLD = Set.of("x-ratelimit-reset", "retry-after", "date");

        private final List<String> delivered = new CopyOnWriteArrayList<>();
        private final Sink sink;
        private final Rig rig;

        Stage() throws Exception {
            sink = Sink.start(new Sink.Security(Optional.empty(), false, SSLContext.getDefault()), seen -> {
                delivered.add(seen.body());
                return Answer.of(200, "");
            });
            rig = new Rig(Rig.Setup.PLAIN.withInterval(INTERVAL).withTenants(true));
            for (String name : List.of("sev-default", "ns-explicit")) {
                ObjectNode provider = object(name);
                provider.putObject("spec").put("type", "generic").put("address", "http://" + sink.host() + "/" + name);
                ObjectNode alert = object(name);
                ObjectNode spec = alert.putObject("spec");
                spec.putObject("providerRef").put("name", name);
                spec.putArray("eventSources")
                        .addObject()
                        .put("kind", "Kustomization")
                        .put("name", "*");
                rig.add(provider, alert);
            }
        }

        private static ObjectNode object(String name) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.putObject("metadata")
                    .put("name", name)
                    .put("namespace", "team-a")
                    .put("uid", "0-0");
            return object;
        }

        Verdict play(Recording recording, JsonNode forwarded) throws Exception {
            JsonNode document = recording.document();
            delivered.clear();
            Map<String, String> headers = new TreeMap<>();
            document.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            HttpResponse<String> answer = rig.send(
                    document.path("method").asText(), document.path("path").asText(), headers, body(document));
            rig.awaitRest();
            return Verdict.of(Diff.between(
                    Yaml.print(recorded(document, forwarded)), Yaml.print(seen(answer, document.path("response")))));
        }

        private static String body(JsonNode document) {
            String body = document.path("body").asText();
            return body.startsWith("\"x\" * ") ? "x".repeat(Integer.parseInt(body.substring(6))) : body;
        }

        private static ObjectNode recorded(JsonNode document, JsonNode forwarded) {
            ObjectNode shape = JsonNodeFactory.instance.objectNode();
            shape.put("status", document.at("/response/status").asInt());
            shape.put("body", document.at("/response/body").asText());
            ObjectNode headers = shape.putObject("headers");
            document.at("/response/headers").properties().forEach(header -> {
                String name = header.getKey().toLowerCase(java.util.Locale.ROOT);
                if (COMPARED.contains(name)) {
                    headers.put(name, header.getValue().asText());
                }
            });
            int reached = document.path("deliveredToAlerts").size();
            shape.put("delivered", reached);
            String raw = reached == 0
                    ? ""
                    : ProviderStage.json(document.path("body").asText())
                            .path("message")
                            .asText();
            String message = raw.equals("case") ? "upper-case key" : raw;
            shape.put("forwarded", forwarded.path(message).asText());
            return shape;
        }

        private ObjectNode seen(HttpResponse<String> answer, JsonNode recorded) {
            ObjectNode shape = JsonNodeFactory.instance.objectNode();
            shape.put("status", answer.statusCode());
            shape.put("body", answer.body());
            ObjectNode headers = shape.putObject("headers");
            answer.headers().map().forEach((name, values) -> {
                if (COMPARED.contains(name)) {
                    headers.put(name, values.getFirst());
                }
            });
            for (String name : TOLD) {
                boolean wanted = recorded.path("headers").properties().stream()
                        .anyMatch(header -> header.getKey().equalsIgnoreCase(name));
                if (wanted != answer.headers().firstValue(name).isPresent() && !name.equals("date")) {
                    headers.put(name, "is wanted: " + wanted);
                }
            }
            shape.put("delivered", delivered.size());
            shape.put("forwarded", delivered.isEmpty() ? "" : delivered.getFirst());
            return shape;
        }

        Verdict limit(Recording recording) throws Exception {
            JsonNode document = recording.document();
            if (document.has("waitedBeforeSeconds")) {
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(
                        (long) (document.path("waitedBeforeSeconds").asDouble() * 1000));
            }
            if (recording.id().equals("invalid-json-not-counted")) {
                var _ = rig.send("POST", "/", Map.of(), document.path("event") + "x");
            }
            int status = rig.send("POST", "/", Map.of(), document.path("event").toString())
                    .statusCode();
            return Verdict.of(Diff.between("" + document.path("status").asInt(), "" + status));
        }

        @Override
        public void close() throws java.io.IOException {
            rig.close();
            sink.close();
        }
    }
}
