package io.fluxj.notification.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxj.golden.Yaml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events, Alerts and sinks of those who mean no good. */
class BadEventsTest {
    private static final int LARGE = 2_500_000;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    private Sink sink(Function<Seen, Answer> replies) throws Exception {
        return keep(Sink.start(new Sink.Security(Optional.empty(), false, SSLContext.getDefault()), request -> {
            seen.add(request);
            return replies.apply(request);
        }));
    }

    private static void generic(Rig rig, String namespace, String address, String alert) {
        String metadata = "metadata: {name: hook, namespace: %s, uid: 0-0}, ".formatted(namespace);
        rig.add(
                Yaml.parse("{" + metadata + "spec: {type: generic, address: '" + address + "'}}"),
                Yaml.parse("{" + metadata
                        + "spec: {providerRef: {name: hook}, eventSources: [{kind: Kustomization, name: '*'}]" + alert
                        + "}}"));
    }

    private static String event(String namespace, String message) {
        return "{\"involvedObject\":{\"kind\":\"Kustomization\",\"namespace\":\"" + namespace
                + "\",\"name\":\"x\"},\"severity\":\"info\",\"message\":\"" + message
                + "\",\"reason\":\"R\",\"reportingController\":\"c\"}";
    }

    private static int send(Rig rig, String event) throws Exception {
        return rig.send("POST", "/", Map.of(), event).statusCode();
    }

    /** A hundred megabytes for a service that never answers. */
    @Test
    void ofOneTenantTakeNothingFromAnother() throws Exception {
        Sink dead = sink(request -> new Answer(200, Map.of(), "", Duration.ofMinutes(10)));
        Sink well = sink(request -> Answer.of(200, ""));
        Rig rig = keep(new Rig(Rig.Setup.PLAIN));
        generic(rig, "flood", "http://" + dead.host() + "/dead", "");
        generic(rig, "quiet", "http://" + well.host() + "/quiet", "");

        for (int number = 0; number < 40; number++) {
            assertThat(send(rig, event("flood", number + "x".repeat(LARGE)))).isIn(202, 429);
        }
        assertThat(send(rig, event("quiet", "hello"))).isEqualTo(202);

        await("the other tenant's")
                .until(() -> seen.stream().anyMatch(request -> request.target().equals("/quiet")));
        assertThat(rig.takeComplaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.alert().equals("flood/hook"))
                .anyMatch(
                        complaint -> complaint.message().contains("too many events wait for provider 'hook' already"));
    }

    @Test
    void areReadWhileOthersSendTheirsSlowly() throws Exception {
        Sink well = sink(request -> Answer.of(200, ""));
        Rig rig = keep(new Rig(Rig.Setup.PLAIN));
        generic(rig, "apps", "http://" + well.host() + "/x", "");
        for (int number = 0; number < 40; number++) {
            Socket slow = keep(new Socket(InetAddress.getLoopbackAddress(), rig.port()));
            slow.getOutputStream()
                    .write((number % 2 == 0
                                    ? "POST / HT"
                                    : "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(send(rig, event("apps", "hello"))).isEqualTo(202);
        await("the event").until(() -> seen.size() == 1);
    }

    /** Expressions that take others years, or all memory. */
    @Test
    void areMatchedInTimeWhateverTheExpression() throws Exception {
        Sink well = sink(request -> Answer.of(200, ""));
        Rig rig = keep(new Rig(Rig.Setup.PLAIN));
        generic(
                rig,
                "apps",
                "http://" + well.host() + "/x",
                ", inclusionList: ['(a*)*b', '(a|a?)+b', '((a{0,100}){0,100}){0,100}b', '(.*)*(.*)*(.*)*b']");
        Instant start = Instant.now();

        rig.post(event("apps", "a".repeat(100_000) + "c"));
        rig.post(event("apps", "a".repeat(100_000) + "b"));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(seen).hasSize(1);
        assertThat(rig.takeComplaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.message().startsWith("failed to compile inclusion regex: "));
    }

    /** What a Secret holds is for the service of the Provider, not for wherever that leads. */
    @Test
    void takeNoSecretsAlongWhereASinkLeadsElsewhere() throws Exception {
        Sink other = sink(request -> Answer.of(200, ""));
        Sink first = sink(request ->
                new Answer(307, Map.of("Location", "http://" + other.host() + "/elsewhere"), "", Duration.ZERO));
        Rig rig = keep(new Rig(Rig.Setup.PLAIN));
        rig.addSecret(
                "apps",
                "headers",
                Map.of("headers", "Authorization: Bearer s3cret\nX-Api-Key: s3cret\nCookie: s3cret"));
        rig.add("hook", "type: generic, address: 'http://" + first.host() + "/x', secretRef: {name: headers}", "");

        rig.post(event("apps", "hello"));

        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst().headers()).containsEntry("x-api-key", "s3cret");
        assertThat(seen.getLast().target()).isEqualTo("/elsewhere");
        assertThat(seen.getLast().headers().values()).noneMatch(value -> value.contains("s3cret"));
        assertThat(seen.getLast().header("content-type")).isEqualTo("application/json");
    }

    @Test
    void goNowhereWhenASinkLeadsInCircles() throws Exception {
        List<String> self = new CopyOnWriteArrayList<>();
        Sink circle = sink(request -> new Answer(307, Map.of("Location", self.getFirst()), "", Duration.ZERO));
        self.add("http://" + circle.host() + "/again");
        Rig rig = keep(new Rig(Rig.Setup.PLAIN));
        generic(rig, "apps", "http://" + circle.host() + "/x", "");

        rig.post(event("apps", "hello"));

        assertThat(seen).hasSizeLessThan(60);
        assertThat(rig.takeComplaints()).singleElement().satisfies(complaint -> assertThat(complaint.message())
                .contains("stopped after 10 redirects"));
    }

    /** Recorded behind a proxy in the golden data, so it is not compared there. */
    @Test
    void sayThatAHostHasNoAddress() throws Exception {
        Rig rig = keep(new Rig(Rig.Setup.PLAIN));
        rig.add("hook", "type: generic, address: 'http://nope.invalid/x', timeout: 3s", "");

        rig.post(event("apps", "hello"));

        assertThat(rig.takeComplaints()).singleElement().satisfies(complaint -> assertThat(complaint.message())
                .startsWith("failed to send notification for Kustomization/apps/x: postMessage failed: "));
    }

    @Test
    void areRefusedWhenTheyAreNoEvents() throws IOException, InterruptedException {
        Rig rig = keep(new Rig(Rig.Setup.PLAIN));
        for (String body : List.of(
                "",
                "null garbage",
                "[".repeat(200_000),
                "{\"a\":".repeat(100_000),
                "{\"message\": {\"x\": 1}}",
                "{\"metadata\": {\"a\": [1]}}",
                "{\"timestamp\": \"yesterday\"}",
                "\"" + "x".repeat(1000) + "\"")) {
            assertThat(rig.send("POST", "/", Map.of(), body).statusCode()).isEqualTo(400);
        }
        assertThat(rig.send("POST", "/", Map.of(), "x".repeat(3 * 1024 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
    }
}
