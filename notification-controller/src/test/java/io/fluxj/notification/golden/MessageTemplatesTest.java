package io.fluxj.notification.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code spec.template} makes of the message of an event. */
class MessageTemplatesTest {
    private static final String EVENT = """
            {"involvedObject":{"kind":"Kustomization","namespace":"apps","name":"web","uid":"u","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
            "severity":"error","timestamp":"2026-03-04T05:06:07Z","message":"it broke","reason":"BuildFailed","reportingController":"kustomize-controller",
            "metadata":{"kustomize.toolkit.fluxcd.io/revision":"main@sha1:abc"}}
            """;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private Sink sink;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        sink = Sink.start(new Sink.Security(Optional.empty(), false, SSLContext.getDefault()), request -> {
            seen.add(request);
            return Answer.of(200, "");
        });
        rig = new Rig(Rig.Setup.PLAIN);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        sink.close();
    }

    private String generic() {
        return "type: generic, address: 'http://" + sink.host() + "/x'";
    }

    private String message() {
        return ProviderStage.json(seen.getLast().body()).path("message").asText();
    }

    @Test
    void seesAllThatTheProviderIsTold() throws Exception {
        rig.add(
                "chat",
                generic() + ", template: '{{ .involvedObject.kind | lower }}/{{ .involvedObject.name }} at"
                        + " {{ .metadata.revision }} in {{ .metadata.cluster }}: {{ .reason }} ({{ .message }})'",
                ", eventMetadata: {cluster: prod}");

        rig.post(EVENT);

        assertThat(message()).isEqualTo("kustomization/web at main@sha1:abc in prod: BuildFailed (it broke)");
        assertThat(rig.takeComplaints()).isEmpty();
    }

    @Test
    void ofTheAlertWinsOverThatOfTheProvider() throws Exception {
        rig.add("chat", generic() + ", template: of the provider", ", template: of the alert");

        rig.post(EVENT);

        assertThat(message()).isEqualTo("of the alert");
    }

    @Test
    void changesTheMessageForServicesOfAnyType() throws Exception {
        rig.add(
                "chat",
                "type: slack, channel: c, address: 'http://" + sink.host() + "/x', template: '<!here> {{ .message }}'",
                "");

        rig.post(EVENT);

        assertThat(ProviderStage.json(seen.getLast().body())
                        .at("/attachments/0/text")
                        .asText())
                .isEqualTo("<!here> it broke");
    }

    /** The last ones are bombs: for ever, deep, large. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .message",
                "{{ fail \"no\" }}",
                "{{ .message.nothing.at.all }}",
                "{{ genPrivateKey \"rsa\" }}",
                "{{ getHostByName \"example.com\" }}",
                "{{ env \"HOME\" }}",
                "{{ range $i := until 100000 }}{{ range $j := until 100000 }}{{ end }}{{ end }}",
                "{{ define \"x\" }}{{ template \"x\" . }}{{ end }}{{ template \"x\" . }}",
                "{{ repeat 100000000 \"bomb\" }}",
                "{{ $x := \"0123456789\" }}{{ range until 60 }}{{ $x = print $x $x }}{{ end }}{{ $x }}"
            })
    void thatFailsCostsNobodyTheEvent(String template) throws Exception {
        rig.add("chat", generic() + ", template: '" + template + "'", "");
        Instant start = Instant.now();

        rig.post(EVENT);

        assertThat(message()).isEqualTo("it broke");
        assertThat(rig.takeComplaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.reason()).isEqualTo("InvalidConfig");
            assertThat(complaint.message())
                    .startsWith("the message goes out as it is: ")
                    .hasSizeLessThan(600);
        });
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }
}
