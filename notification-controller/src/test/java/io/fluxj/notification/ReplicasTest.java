package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.notification.receiver.WebhookPath;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a running controller serves, and what of it with another one leading. */
class ReplicasTest {
    private static final String LEASE = "--enable-leader-election";

    @ClusterTest
    void serveBothEndpointsWhetherOrNotTheyLead(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("chat", "type: generic, address: '{sink}/chat'");
            fixture.apply("""
                    apiVersion: notification.toolkit.fluxcd.io/v1beta3
                    kind: Alert
                    metadata: {name: alone}
                    spec: {providerRef: {name: nowhere}, eventSources: [{kind: Kustomization, name: '*'}]}
                    """);
            receiver(fixture);
            fixture.startReplica("first", LEASE).controller().working().join();
            NotificationFixture.Replica follower = fixture.startReplica("second", LEASE);

            assertThat(fixture.post(follower, "to the one that does not lead")).isEqualTo(202);
            fixture.awaitReceived("/chat");
            assertThat(fixture.awaitEvent("alone", "NotificationDispatchFailed").getReportingInstance())
                    .isEqualTo("second");
            String path = awaitPath(cluster);
            await("hook")
                    .until(() ->
                            fixture.send(follower.hooks(), "POST", path, "").statusCode() == 200);
            assertThat(requested(cluster)).isNotEmpty();
            assertThat(follower.controller().working()).isNotDone();
        }
    }

    private static void receiver(NotificationFixture fixture) throws Exception {
        fixture.secret("token", Map.of("token", "t"));
        fixture.apply("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: app}
                spec: {url: 'https://git.example/x', interval: 1h}
                """);
        fixture.apply("""
                apiVersion: notification.toolkit.fluxcd.io/v1
                kind: Receiver
                metadata: {name: hook}
                spec: {type: generic, secretRef: {name: token}, resources: [{kind: GitRepository, name: app}]}
                """);
    }

    private static String awaitPath(KubeCluster cluster) {
        String expected = WebhookPath.of("t".getBytes(StandardCharsets.UTF_8), "hook", cluster.namespace())
                .text();
        await("path").untilAsserted(() -> assertThat(Optional.ofNullable(cluster.client()
                                .resources(Receiver.class)
                                .inNamespace(cluster.namespace())
                                .withName("hook")
                                .get()
                                .getStatus())
                        .map(status -> String.valueOf(status.webhookPath())))
                .contains(expected));
        return expected;
    }

    private static String requested(KubeCluster cluster) {
        Map<String, String> annotations = Objects.requireNonNull(cluster.client()
                        .resources(GitRepository.class)
                        .inNamespace(cluster.namespace())
                        .withName("app")
                        .get())
                .getMetadata()
                .getAnnotations();
        return annotations.getOrDefault("reconcile.fluxcd.io/requestedAt", "");
    }

    @ClusterTest
    void serveProbesAndMetrics(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            NotificationFixture.Replica replica = fixture.start();
            fixture.post(replica, "one");
            fixture.send(replica.hooks(), "POST", "/hook/none", "");

            int health = replica.controller().healthPort();
            assertThat(fixture.send(health, "GET", "/healthz", "").body()).isEqualTo("ok");
            assertThat(fixture.send(health, "GET", "/readyz", "").statusCode()).isEqualTo(200);
            assertThat(fixture.send(replica.controller().metricsPort(), "GET", "/metrics", "")
                            .body())
                    .contains(
                            "gotk_event_http_request_duration_seconds_count{code=\"202\",handler=\"/\",method=\"POST\"")
                    .contains("gotk_receiver_http_request_duration_seconds_count{code=\"404\",handler=\"/hook/\"")
                    .contains("fluxj_notification_dropped_total");
        }
    }
}
