package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.events.PostAddress;
import io.fluxj.runtime.events.SendingEventRecorder;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.peer.PeerMode;
import io.fluxj.runtime.peer.PeerSecurity;
import io.fluxj.runtime.peer.PeerSettings;
import io.fluxj.runtime.peer.SecuredPeers;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Whose events a running controller takes. */
class PeersTest {
    private static final String ACCOUNT = "kustomize-controller";

    @TempDir
    Path folder;

    @ClusterTest
    void thoseOfControllersThatProveWhoTheyAreAlone(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("chat", "type: generic, address: '{sink}/chat'");
            NotificationFixture.Replica replica = fixture.start("--peer-security=enforced");

            assertThat(fixture.post(replica, "forged")).isEqualTo(426);
            assertThat(fixture.send(replica.hooks(), "POST", "/hook/none", "").statusCode())
                    .as("webhooks come from outside")
                    .isEqualTo(404);
            try (PeerSecurity peers = peers(cluster);
                    SendingEventRecorder recorder = recorder(cluster, replica.events(), peers)) {
                recorder.record(kustomization(cluster), Severity.INFO, "Reason", "proven", Map.of());

                assertThat(fixture.awaitReceived("/chat").body())
                        .contains("proven")
                        .doesNotContain("forged");
            }
            assertThat(fixture.received("/chat")).hasSize(1);
        }
    }

    @ClusterTest
    void thoseOfFluxsControllersTooInAudit(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            NotificationFixture.Replica replica = fixture.start("--peer-security=audit");

            assertThat(fixture.post(replica, "of a controller of Flux")).isEqualTo(202);

            assertThat(fixture.send(replica.controller().metricsPort(), "GET", "/metrics", "")
                            .body())
                    .contains("fluxj_peer_requests_total{admitted=\"true\",peer=\"127.0.0.1\",proof=\"plain\","
                            + "server=\"events\"} 1\n");
        }
    }

    private PeerSecurity peers(KubeCluster cluster) throws IOException {
        PeerSettings settings =
                new PeerSettings(PeerMode.enforced, cluster.namespace(), "fluxj-peers", token(cluster), List.of());
        return SecuredPeers.of(
                settings,
                cluster.client(),
                new ControllerMetrics(new PrometheusRegistry()),
                EnvironmentProxies.of(Map.of()));
    }

    /** Posts as a controller of ours does. */
    private static SendingEventRecorder recorder(KubeCluster cluster, int port, PeerSecurity peers) {
        return SendingEventRecorder.start(
                ACCOUNT,
                "",
                cluster.client(),
                PostAddress.of(
                        "http://127.0.0.1:" + port + "/",
                        EnvironmentProxies.of(Map.of()),
                        peers::calls,
                        WriteFence.none()),
                Clock.systemUTC());
    }

    private static GenericKubernetesResource kustomization(KubeCluster cluster) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("kustomize.toolkit.fluxcd.io/v1")
                .withKind("Kustomization")
                .withNewMetadata()
                .withNamespace(cluster.namespace())
                .withName("app")
                .withUid("u-1")
                .endMetadata()
                .build();
    }

    private Path token(KubeCluster cluster) throws IOException {
        var accounts = cluster.client().serviceAccounts().inNamespace(cluster.namespace());
        accounts.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(ACCOUNT)
                        .endMetadata()
                        .build())
                .create();
        String token = accounts.withName(ACCOUNT)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withAudiences(PeerSettings.AUDIENCE)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
        return Files.writeString(folder.resolve("token"), token);
    }
}
