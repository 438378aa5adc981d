package io.fluxj.notification.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Services that Flux 2.10 adds, as its reference describes them: flux-2.10 §3.1. */
class LaterServicesTest {
    private static final String EVENT = """
            {"involvedObject":{"kind":"Kustomization","namespace":"apps","name":"web","uid":"u-1","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
             "severity":"error","timestamp":"2026-03-04T05:06:07Z","message":"it failed","reason":"BuildFailed","reportingController":"kustomize-controller",
             "metadata":{"kustomize.toolkit.fluxcd.io/revision":"r1"}}
            """;

    @Test
    void zoomIsToldHeadAndFields() throws Exception {
        Seen seen = told("zoom", "/hook?x=1", "verification").getFirst();

        assertThat(seen.target()).isEqualTo("/hook?x=1&format=full");
        assertThat(seen.header("authorization")).isEqualTo("verification");
        assertThat(ProviderStage.json(seen.body())).isEqualTo(ProviderStage.json("""
                                {"content":{"head":{"text":"kustomization/web.apps","sub_head":{"text":"error"}},
                                "body":[{"type":"message","text":"it failed"},{"type":"fields","items":[{"key":"revision","value":"r1"}]}]}}
                                """));
    }

    @Test
    void incidentIoIsToldWhatFires() throws Exception {
        Seen seen = told("incident.io", "/v2/alert_events/http/1", "key").getFirst();

        assertThat(seen.header("authorization")).isEqualTo("Bearer key");
        assertThat(ProviderStage.json(seen.body())).isEqualTo(ProviderStage.json("""
                                {"title":"kustomization/web.apps: BuildFailed","status":"firing","deduplication_key":"u-1","description":"it failed",
                                "metadata":{"revision":"r1","severity":"error","reason":"BuildFailed","reportingController":"kustomize-controller"}}
                                """));
    }

    @Test
    void mastodonIsToldOnce() throws Exception {
        Seen seen = told("mastodon", "", "key").getFirst();

        assertThat(seen.target()).isEqualTo("/api/v1/statuses");
        assertThat(seen.header("idempotency-key")).hasSize(64);
        assertThat(ProviderStage.json(seen.body()).path("status").asText())
                .isEqualTo("🚨 kustomization/web.apps\nit failed\n\nrevision: r1");
    }

    private static List<Seen> told(String type, String path, String token) throws Exception {
        List<Seen> all = new CopyOnWriteArrayList<>();
        try (Sink sink = Sink.start(new Sink.Security(Optional.empty(), false, SSLContext.getDefault()), seen -> {
                    all.add(seen);
                    return Answer.of(200, "");
                });
                Rig rig = new Rig(Rig.Setup.PLAIN)) {
            ObjectNode provider = object();
            provider.putObject("spec")
                    .put("type", type)
                    .put("address", "http://" + sink.host() + path)
                    .putObject("secretRef")
                    .put("name", "s");
            ObjectNode alert = object();
            ObjectNode spec = alert.putObject("spec");
            spec.putObject("providerRef").put("name", "p");
            spec.putArray("eventSources")
                    .addObject()
                    .put("kind", "Kustomization")
                    .put("name", "*");
            rig.add(provider, alert);
            rig.addSecret("apps", "s", Map.of("token", token));
            rig.post(EVENT);
            assertThat(rig.takeComplaints()).isEmpty();
        }
        return all;
    }

    private static ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("metadata").put("name", "p").put("namespace", "apps").put("uid", "0-0");
        return object;
    }
}
