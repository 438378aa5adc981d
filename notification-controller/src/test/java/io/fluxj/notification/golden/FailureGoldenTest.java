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
import io.fluxj.notification.delivery.Pace;
import io.fluxj.testkit.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Sinks that refuse, hang, lead elsewhere or are not there. A second is two fifths of one here. */
class FailureGoldenTest {
    private static final GoldenFolder FOLDER = GoldenFolder.of(Path.of("src/test/resources/golden/notification"));
    private static final Pace PACE = new Pace(Duration.ofMillis(400));
    /** Its last request comes a second before the end: here that is three, which a busy machine may take for all it has to say. */
    private static final String TIGHT = "e500-forever-default-timeout";

    private static final Pace SLOW = new Pace(Duration.ofSeconds(3));

    private static final int AT_ONCE = 40;
    private static final double TOLERANCE = 0.9;

    /** See docs/differences.md. */
    private static final Map<String, String> NOT_PLAYED =
            Map.of("dns-fail", "recorded behind a proxy that answered for the host");

    @TestFactory
    Stream<DynamicNode> failsAsInFlux() throws Exception {
        Identities identities = Identities.create("sinks");
        Identities strangers = Identities.create("strangers");
        JsonNode document = Yaml.read(FOLDER.file("failures.yaml"));
        String event = document.path("event").toString();
        return new GoldenTests()
                        .add(
                                "failures",
                                FOLDER.items("failures.yaml", "cases"),
                                recording -> NOT_PLAYED.containsKey(recording.id())
                                        ? new Verdict.Skipped(NOT_PLAYED.get(recording.id()))
                                        : play(recording, event, identities, strangers),
                                AT_ONCE,
                                () -> {})
                        .stream();
    }

    @TestFactory
    Stream<DynamicNode> refusesSettingsAsFlux() throws Exception {
        return GoldenTests.of(FOLDER.items("init-errors.yaml", "cases"), FailureGoldenTest::playSettings);
    }

    private static Verdict play(Recording recording, String event, Identities own, Identities strangers)
            throws Exception {
        JsonNode document = recording.document();
        List<Seen> seen = new CopyOnWriteArrayList<>();
        List<Double> times = new CopyOnWriteArrayList<>();
        Pace pace = recording.id().equals(TIGHT) ? SLOW : PACE;
        long start = System.nanoTime();
        var scripted = Replies.scripted(answers(document, pace));
        try (Sink sink = Sink.start(own.plain(), request -> {
                    seen.add(request);
                    times.add(
                            (double) (System.nanoTime() - start) / pace.second().toNanos());
                    return request.target().startsWith("https://slack.com")
                            ? Answer.of(200, "{\"ok\":false,\"error\":\"channel_not_found\"}")
                            : scripted.apply(request);
                });
                Sink secured = Sink.start(strangers.overTls(), request -> Answer.of(200, ""));
                NatsSink nats = NatsSink.start("a:b", (subject, payload) -> {});
                Rig rig = new Rig(Rig.Setup.PLAIN
                        .withVariables(Map.of("HTTPS_PROXY", "http://" + sink.host(), "NO_PROXY", "127.0.0.1"))
                        .withPace(pace)
                        .trusting(own))) {
            Map<String, String> places = Map.of(
                    "SINK", "http://" + sink.host(),
                    "SINK_HOST", sink.host(),
                    "SINK_TLS", "https://" + secured.host(),
                    "NATS_AUTH", nats.address(),
                    "CLOSED_PORT", "http://127.0.0.1:" + FreePort.choose());
            ObjectNode provider = JsonNodeFactory.instance.objectNode();
            provider.putObject("metadata")
                    .put("name", recording.id())
                    .put("namespace", "team-b")
                    .put("uid", "1a3fdf24-0");
            provider.set("spec", placed(document.path("provider"), places));
            rig.add(provider, alert(recording.id(), "team-b"));
            Map<String, String> secret = new TreeMap<>();
            document.path("secret")
                    .properties()
                    .forEach(
                            entry -> secret.put(entry.getKey(), entry.getValue().asText()));
            rig.addSecret("team-b", recording.id(), secret);
            rig.post(event);
            return Verdict.of(Diff.between(
                    Yaml.print(recorded(document, places)), Yaml.print(shown(document, seen, times, rig))));
        }
    }

    private static List<Answer> answers(JsonNode document, Pace pace) {
        List<Answer> answers = new ArrayList<>();
        for (JsonNode reply : document.path("sinkReplies")) {
            Map<String, String> headers = new TreeMap<>();
            reply.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            answers.add(new Answer(
                    reply.path("status").asInt(),
                    headers,
                    reply.path("body").asText(),
                    pace.second().multipliedBy(reply.path("delaySeconds").asInt())));
        }
        return answers;
    }

    private static ObjectNode recorded(JsonNode document, Map<String, String> places) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = shape.putArray("requestLines");
        document.path("requestLines").forEach(line -> lines.add(withoutId(line.asText())));
        ArrayNode errors = shape.putArray("errors");
        document.path("errors")
                .forEach(error -> errors.add(error.path("log").asText() + ": "
                        + withoutId(placed(error.path("error").asText(), places))));
        shape.put("inTime", true);
        return shape;
    }

    private static ObjectNode shown(JsonNode document, List<Seen> seen, List<Double> times, Rig rig) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = shape.putArray("requestLines");
        seen.forEach(request ->
                lines.add(withoutId(request.method() + " " + request.target().replace("https://slack.com", ""))));
        ArrayNode errors = shape.putArray("errors");
        rig.takeComplaints()
                .forEach(complaint ->
                        errors.add(withoutId(complaint.message().replaceFirst(" for [A-Za-z]+/[^/]+/[^:]+: ", ": "))));
        boolean inTime = true;
        JsonNode expected = document.path("requestsAtSeconds");
        for (int at = 0; at < Math.min(expected.size(), times.size()); at++) {
            inTime &= times.get(at)
                    >= expected.get(at).asDouble() - expected.get(0).asDouble() - TOLERANCE;
        }
        shape.put("inTime", inTime);
        return shape;
    }

    /** Keys and names that are made of the uid of the recorded Provider. */
    private static String withoutId(String text) {
        return text.replaceAll("[0-9a-f]{40}(?=$|\\D*$)|key=[0-9a-f]{40}|fail-app%2F[0-9a-f]{8}", "ID");
    }

    private static Verdict playSettings(Recording recording) throws Exception {
        JsonNode document = recording.document();
        try (Rig rig = new Rig(Rig.Setup.PLAIN)) {
            Map<String, String> places = Map.of("SINK", "http://127.0.0.1:9", "NATS", "nats://127.0.0.1:9");
            rig.add(placed(document.path("provider"), places), alert(recording.id(), "apps"));
            for (JsonNode secret : document.path("secrets")) {
                Map<String, String> data = new TreeMap<>();
                secret.path("data")
                        .properties()
                        .forEach(entry ->
                                data.put(entry.getKey(), placed(entry.getValue().asText(), places)));
                rig.addSecret("apps", secret.path("name").asText(), data);
            }
            rig.post(EVENT);
            List<String> seen = rig.takeComplaints().stream()
                    .map(complaint -> complaint.message().replaceFirst(" for [A-Za-z]+/[^/]+/[^:]+: ", ": "))
                    .toList();
            List<String> expected = new ArrayList<>();
            document.path("errors")
                    .forEach(error -> expected.add(error.path("log").asText() + ": "
                            + placed(error.path("error").asText(), places)));
            return Verdict.of(Diff.between(String.join("\n", expected), String.join("\n", seen)));
        }
    }

    private static final String EVENT = """
            {"involvedObject":{"kind":"Kustomization","namespace":"apps","name":"x","uid":"u","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
             "severity":"info","timestamp":"2026-03-04T05:06:07Z","message":"m","reason":"R","reportingController":"c",
             "metadata":{"kustomize.toolkit.fluxcd.io/revision":"main@sha1:4fd6c0a8a1b2c3d4e5f60718293a4b5c6d7e8f90",
             "event.toolkit.fluxcd.io/commit":"main@sha1:4fd6c0a8a1b2c3d4e5f60718293a4b5c6d7e8f90","event.toolkit.fluxcd.io/change_request":"1"}}
            """;

    private static ObjectNode alert(String name, String namespace) {
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        alert.putObject("metadata")
                .put("name", name)
                .put("namespace", namespace)
                .put("uid", "0-0");
        ObjectNode spec = alert.putObject("spec");
        spec.putObject("providerRef").put("name", name);
        spec.putArray("eventSources").addObject().put("kind", "Kustomization").put("name", "*");
        return alert;
    }

    private static JsonNode placed(JsonNode tree, Map<String, String> places) {
        return ProviderStage.json(placed(tree.toString(), places));
    }

    private static String placed(String text, Map<String, String> places) {
        String placed = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            placed = placed.replace("${" + place.getKey() + "}", place.getValue());
        }
        return placed;
    }
}
