package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.AlertStatus;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RequestSink;
import java.util.Objects;
import java.util.Optional;

/** What the status of an Alert says of its events. */
class ReceiptsTest {
    private static final String LEASE = "--enable-leader-election";

    @ClusterTest
    void countWhatWasSentAndWhatWasNotByAllReplicas(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(
                cluster, request -> new RequestSink.Reply(request.body().contains("refuse") ? 403 : 200, "no"))) {
            fixture.alert("chat", "type: generic, address: '{sink}/chat'");
            NotificationFixture.Replica one = fixture.startReplica("one", LEASE);
            one.controller().working().join();
            NotificationFixture.Replica two = fixture.startReplica("two", LEASE);

            fixture.post(one, "first");
            fixture.post(two, "second");
            fixture.post(two, "third, refuse it");

            AlertStatus status = await("receipts")
                    .until(() -> status(cluster), found -> found.filter(
                                    seen -> Objects.equals(seen.delivered(), 2L) && Objects.equals(seen.failed(), 1L))
                            .isPresent())
                    .orElseThrow();
            assertThat(status.lastDelivered()).isNotNull();
            assertThat(status.lastFailed()).isNotNull();
            assertThat(status.lastError()).contains("request failed with status code 403: no");
        }
    }

    @ClusterTest
    void areNotTakenWhenNobodyWantsThem(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("chat", "type: generic, address: '{sink}/chat'");
            NotificationFixture.Replica replica = fixture.start("--feature-gates=DeliveryReceipts=false");

            fixture.post(replica, "first");
            fixture.awaitReceived("/chat");
            // a controller that takes receipts writes the last ones before it has stopped
            replica.controller().close();

            assertThat(status(cluster)).isEmpty();
            // lets go of what has a finalizer
            var _ = fixture.start("--feature-gates=DeliveryReceipts=false");
        }
    }

    private static Optional<AlertStatus> status(KubeCluster cluster) {
        return Optional.ofNullable(Objects.requireNonNull(cluster.client()
                        .resources(Alert.class)
                        .inNamespace(cluster.namespace())
                        .withName("chat")
                        .get())
                .getStatus());
    }
}
