package io.fluxj.notification.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events as the CloudEvents specification wants them: core 1.0.2, HTTP protocol binding, JSON event format. */
class CloudEventsTest {
    private static final String PLAIN = """
            {"involvedObject":{"kind":"Kustomization","namespace":"apps","name":"web","uid":"u","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},"severity":"info","timestamp":"2026-03-04T05:06:07Z","message":"done","reason":"ReconciliationSucceeded","metadata":{"revision":"main@sha1:abc"},"reportingController":"kustomize-controller"}""";
    private static final String SENT = PLAIN.replace("\"revision\"", "\"kustomize.toolkit.fluxcd.io/revision\"");

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

    private Seen sent(String spec) throws Exception {
        rig.add("hook", "address: 'http://" + sink.host() + "/x', " + spec, "");
        rig.post(SENT);
        return seen.getLast();
    }

    @Test
    void structuredHasAllInOneDocument() throws Exception {
        Seen request = sent("type: generic, cloudEvents: structured");

        assertThat(request.header("content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        JsonNode document = ProviderStage.json(request.body());
        assertThat(document.path("specversion").asText()).isEqualTo("1.0");
        assertThat(document.path("source").asText()).isEqualTo("/kustomize-controller");
        assertThat(document.path("type").asText()).isEqualTo("io.fluxcd.toolkit.event.v1beta1");
        assertThat(document.path("subject").asText()).isEqualTo("Kustomization/apps/web");
        assertThat(document.path("time").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(document.path("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(document.path("data")).isEqualTo(ProviderStage.json(PLAIN));
        assertThat(document.path("id").asText()).isNotEmpty();
    }

    @Test
    void binaryHasTheEventAsFluxSendsItAndTheRestInHeaders() throws Exception {
        Seen request = sent("type: generic, cloudEvents: binary");

        assertThat(request.body()).isEqualTo(PLAIN);
        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-source", "/kustomize-controller")
                .containsEntry("ce-type", "io.fluxcd.toolkit.event.v1beta1")
                .containsEntry("ce-subject", "Kustomization/apps/web")
                .containsEntry("ce-time", "2026-03-04T05:06:07Z")
                .containsEntry("ce-reason", "ReconciliationSucceeded")
                .containsEntry("gotk-component", "kustomize-controller")
                .containsKey("ce-id");
    }

    /** HTTP protocol binding, 3.1.3.2. */
    @Test
    void headersHaveNothingThatNoHeaderMayHave() throws Exception {
        rig.add("hook", "address: 'http://" + sink.host() + "/x', type: generic, cloudEvents: binary", "");
        rig.post(SENT.replace("ReconciliationSucceeded", "Euro € 100%\\r\\nX-Evil: \\\"1\\\""));

        assertThat(seen.getLast().header("ce-reason")).isEqualTo("Euro%20%E2%82%AC%20100%25%0D%0AX-Evil:%20%221%22");
        assertThat(seen.getLast().headers()).doesNotContainKey("x-evil");
    }

    @Test
    void theSameEventHasTheSameIdAndALaterOneAnother() throws Exception {
        rig.add("hook", "address: 'http://" + sink.host() + "/x', type: generic, cloudEvents: binary", "");
        rig.post(SENT);
        rig.post(SENT);
        rig.post(SENT.replace("05:06:07", "05:06:08"));

        assertThat(seen.stream().map(request -> request.header("ce-id")).distinct())
                .hasSize(2);
    }

    @Test
    void signaturesAreOverTheWholeDocument() throws Exception {
        rig.addSecret("apps", "token", Map.of("token", "s3cret"));
        Seen request = sent("type: generic-hmac, cloudEvents: structured, secretRef: {name: token}");

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(request.header("x-signature"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(request.bytes())));
    }
}
