package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RequestSink;
import java.util.List;
import java.util.Map;

/** Events on their way from the endpoint of a running controller to a sink, as the objects of a cluster say. */
class AlertsAtClusterTest {
    private static final List<String> VERSIONS = List.of("v1", "v1beta3", "v1beta2", "v1beta1", "v1alpha1");
    private static final String FAILED = "NotificationDispatchFailed";

    /** Source: conditions-events §10. */
    private static final String TOLD = """
            {"involvedObject":{"kind":"Kustomization","namespace":"{ns}","name":"app","uid":"u-1","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
            "severity":"info","timestamp":"2026-03-04T05:06:07Z","message":"applied","reason":"ReconciliationSucceeded",
            "metadata":{"cluster":"prod-eu","revision":"main@sha1:abc"},
            "reportingController":"kustomize-controller","reportingInstance":"kc-1"}
            """;

    @ClusterTest
    void reachTheSinksOfProvidersInEveryServedVersion(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.secret("token", Map.of("token", "s3cret", "headers", "X-Team: blue"));
            for (String version : VERSIONS) {
                fixture.apply("""
                        apiVersion: notification.toolkit.fluxcd.io/%s
                        kind: Provider
                        metadata: {name: %s}
                        spec: {type: generic-hmac, address: '{sink}/%s', secretRef: {name: token}}
                        """.formatted(version, version, version));
                fixture.apply("""
                        apiVersion: notification.toolkit.fluxcd.io/%s
                        kind: Alert
                        metadata: {name: %s}
                        spec:
                          providerRef: {name: %s}
                          eventSources: [{kind: Kustomization, name: '*'}]
                          eventMetadata: {cluster: prod-eu}
                        """.formatted(version, version, version));
            }
            NotificationFixture.Replica replica = fixture.start();

            assertThat(fixture.post(replica, "applied")).isEqualTo(202);

            for (String version : VERSIONS) {
                RequestSink.Request request = fixture.awaitReceived("/" + version);
                assertThat(Yaml.parse(request.body())).isEqualTo(Yaml.parse(TOLD.replace("{ns}", fixture.namespace())));
                assertThat(request.headers())
                        .containsEntry("x-team", "blue")
                        .containsEntry("gotk-component", "kustomize-controller")
                        .containsKey("x-signature");
            }
        }
    }

    @ClusterTest
    void doNotReachWhatIsSuspended(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("a-alert", "type: generic, address: '{sink}/alert'", ", suspend: true");
            fixture.alert("b-provider", "type: generic, address: '{sink}/provider', suspend: true");
            fixture.alert("c-open", "type: generic, address: '{sink}/open'");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "first");
            fixture.awaitReceived("/open");
            fixture.post(replica, "second");
            await("second").until(() -> fixture.received("/open").size() == 2);

            assertThat(fixture.received("/alert")).isEmpty();
            assertThat(fixture.received("/provider")).isEmpty();
            assertThat(fixture.events("b-provider", FAILED)).isEmpty();
        }
    }

    @ClusterTest
    void reachWhatCameOrChangedMeanwhile(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            NotificationFixture.Replica replica = fixture.start();

            fixture.alert("late", "type: generic, address: '{sink}/late'");
            awaitAnEvent(fixture, replica, "/late");
            fixture.alert("late", "type: generic, address: '{sink}/changed'");
            awaitAnEvent(fixture, replica, "/changed");
        }
    }

    /** The watch of the replica is behind by a moment, as in Flux. */
    private static void awaitAnEvent(NotificationFixture fixture, NotificationFixture.Replica replica, String path) {
        await(path).until(() -> {
            fixture.post(replica, "at " + System.nanoTime());
            return !fixture.received(path).isEmpty();
        });
    }

    @ClusterTest
    void areToldOnTheAlertWhenThereIsNoProvider(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.apply("""
                    apiVersion: notification.toolkit.fluxcd.io/v1beta3
                    kind: Alert
                    metadata: {name: alone}
                    spec: {providerRef: {name: nowhere}, eventSources: [{kind: Kustomization, name: '*'}]}
                    """);
            NotificationFixture.Replica replica = fixture.start();

            assertThat(fixture.post(replica, "applied")).isEqualTo(202);

            Event event = fixture.awaitEvent("alone", FAILED);
            assertThat(event.getMessage())
                    .isEqualTo("failed to dispatch notification for Kustomization/"
                            + fixture.namespace()
                            + "/app: failed to read provider: Provider.notification.toolkit.fluxcd.io \"nowhere\""
                            + " not found");
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getSource().getComponent()).isEqualTo("notification-controller");
        }
    }

    @ClusterTest
    void areToldOnTheAlertWhenASecretIsMissingAndGoOutOnceItIsThere(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("chat", "type: generic, address: '{sink}/chat', secretRef: {name: late}");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "first");
            assertThat(fixture.awaitEvent("chat", FAILED).getMessage())
                    .isEqualTo("failed to dispatch notification for Kustomization/" + fixture.namespace()
                            + "/app: failed to initialize notifier for provider 'chat': failed to get secret '"
                            + fixture.namespace() + "/late': secrets \"late\" not found");

            fixture.secret("late", Map.of("headers", "X-Team: blue"));
            fixture.post(replica, "second");
            assertThat(fixture.awaitReceived("/chat").headers()).containsEntry("x-team", "blue");
        }
    }

    @ClusterTest
    void areToldOnTheAlertWithoutTheTokenWhenTheSinkRefusesThem(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture =
                NotificationFixture.of(cluster, request -> new RequestSink.Reply(403, "bad token s3cret-token"))) {
            fixture.secret("token", Map.of("token", "s3cret-token", "address", "http://127.0.0.1:1/x"));
            fixture.secret("only", Map.of("token", "s3cret-token"));
            fixture.alert("chat", "type: slack, channel: c, address: '{sink}/s', secretRef: {name: only}");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "first");

            assertThat(fixture.awaitEvent("chat", FAILED).getMessage())
                    .startsWith("failed to send notification for Kustomization/" + fixture.namespace() + "/app: ")
                    .contains("request failed with status code 403: bad token *****")
                    .doesNotContain("s3cret");
        }
    }

    @ClusterTest
    void followTheLabelsThatTheLiveObjectHas(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.apply("""
                    apiVersion: kustomize.toolkit.fluxcd.io/v1
                    kind: Kustomization
                    metadata: {name: app, labels: {team: blue}}
                    spec: {interval: 1h, prune: false, sourceRef: {kind: GitRepository, name: x}}
                    """);
            for (String team : List.of("blue", "red")) {
                fixture.apply("""
                        apiVersion: notification.toolkit.fluxcd.io/v1beta3
                        kind: Provider
                        metadata: {name: %s}
                        spec: {type: generic, address: '{sink}/%s'}
                        """.formatted(team, team));
                fixture.apply("""
                        apiVersion: notification.toolkit.fluxcd.io/v1beta3
                        kind: Alert
                        metadata: {name: %s}
                        spec:
                          providerRef: {name: %s}
                          eventSources: [{kind: Kustomization, name: '*', matchLabels: {team: %s}}]
                        """.formatted(team, team, team));
            }
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "first");
            fixture.awaitReceived("/blue");
            fixture.post(replica, "second");
            await("second").until(() -> fixture.received("/blue").size() == 2);

            assertThat(fixture.received("/red")).isEmpty();
        }
    }

    @ClusterTest
    void areSentForTheAlertsOfTheShardOnly(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("a-other", "type: generic, address: '{sink}/other'");
            fixture.alert("b-mine", "type: generic, address: '{sink}/mine'");
            label(cluster);
            NotificationFixture.Replica replica = fixture.start("--watch-label-selector=shard=one");

            fixture.post(replica, "first");
            fixture.awaitReceived("/mine");
            fixture.post(replica, "second");
            await("second").until(() -> fixture.received("/mine").size() == 2);

            assertThat(fixture.received("/other")).isEmpty();
        }
    }

    private static void label(KubeCluster cluster) {
        cluster.client()
                .resources(Alert.class)
                .inNamespace(cluster.namespace())
                .withName("b-mine")
                .edit(alert -> {
                    alert.getMetadata().setLabels(Map.of("shard", "one"));
                    return alert;
                });
    }

    @ClusterTest
    void leaveProvidersWithAFinalizerAndAlertsWithNone(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("chat", "type: generic, address: '{sink}/x'");
            cluster.client()
                    .resources(Alert.class)
                    .inNamespace(fixture.namespace())
                    .withName("chat")
                    .edit(alert -> {
                        alert.getMetadata().setFinalizers(List.of("finalizers.fluxcd.io"));
                        return alert;
                    });
            fixture.start();

            await("finalizers").untilAsserted(() -> {
                assertThat(get(cluster, Provider.class).getMetadata().getFinalizers())
                        .containsExactly("finalizers.fluxcd.io");
                assertThat(get(cluster, Alert.class).getMetadata().getFinalizers())
                        .isEmpty();
            });
            Event event = fixture.awaitEvent("chat", "Migration");
            assertThat(event.getType()).isEqualTo("Normal");
            assertThat(event.getMessage()).isEqualTo("removed finalizer from Alert to migrate to static Alert");
        }
    }

    private static <R extends io.fabric8.kubernetes.api.model.HasMetadata> R get(KubeCluster cluster, Class<R> kind) {
        return java.util.Objects.requireNonNull(cluster.client()
                .resources(kind)
                .inNamespace(cluster.namespace())
                .withName("chat")
                .get());
    }
}
