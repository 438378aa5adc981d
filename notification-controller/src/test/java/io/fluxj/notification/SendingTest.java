package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RequestSink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The whole controller at a cluster: from the POST of an event to the request at a service, and what is told of failures. */
class SendingTest {
    private static final String TOKEN = "s3cr3t-t0ken-value";

    @ClusterTest
    void sendsEventsOfLabelledObjectsAndTellsWhatFailedWithoutTheToken(KubeCluster cluster) throws Exception {
        int port = FreePort.choose();
        try (RequestSink fine = RequestSink.start(request -> RequestSink.Reply.OK);
                RequestSink failing = RequestSink.start(request -> new RequestSink.Reply(400, "refused " + TOKEN));
                RunningController running = start(cluster, port)) {
            running.working().get(2, TimeUnit.MINUTES);
            create(cluster, "v1", "Provider", "fine", "{type: generic, address: '" + fine.url() + "'}");
            create(
                    cluster,
                    "v1beta3",
                    "Provider",
                    "failing",
                    "{type: slack, address: '" + failing.url() + "', secretRef: {name: failing}}");
            secret(cluster, "failing");
            create(cluster, "v1", "Alert", "fine", alert("fine", "matchLabels: {team: a}"));
            create(cluster, "v1beta3", "Alert", "failing", alert("failing", "matchLabels: {team: a}"));
            repository(cluster);

            awaitFinalizer(cluster, "fine");
            post(port, cluster.namespace(), "first");

            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(fine.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.body()).contains("\"message\":\"first\"")));
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(events(cluster))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.getReason()).isEqualTo("NotificationDispatchFailed");
                        assertThat(event.getType()).isEqualTo("Warning");
                        assertThat(event.getInvolvedObject().getName()).isEqualTo("failing");
                        assertThat(event.getMessage())
                                .endsWith("request failed with status code 400: refused *****")
                                .doesNotContain(TOKEN);
                    }));
            assertThat(finalizers(cluster, "Alert", "fine")).isEmpty();
        }
    }

    private static String alert(String provider, String labels) {
        return "{providerRef: {name: " + provider + "}, eventSources: [{kind: GitRepository, name: '*', " + labels
                + "}]}";
    }

    private static RunningController start(KubeCluster cluster, int port) throws Exception {
        NotificationController definition = new NotificationController();
        NotificationOptions options = ControllerProgram.parse(
                definition,
                "--metrics-addr=0",
                "--health-addr=0",
                "--receiverAddr=0",
                "--watch-all-namespaces=false",
                "--events-addr=127.0.0.1:" + port);
        return ControllerProgram.start(
                definition, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
    }

    private static void create(KubeCluster cluster, String version, String kind, String name, String spec) {
        create(cluster, "notification.toolkit.fluxcd.io/" + version, kind, name, "{}", spec);
    }

    private static void repository(KubeCluster cluster) {
        create(
                cluster,
                "source.toolkit.fluxcd.io/v1",
                "GitRepository",
                "app",
                "{team: a}",
                "{url: 'https://example.com/x', interval: 1h}");
    }

    private static void create(
            KubeCluster cluster, String version, String kind, String name, String labels, String spec) {
        GenericKubernetesResource object = cluster.client()
                .getKubernetesSerialization()
                .unmarshal(
                        "apiVersion: %s%nkind: %s%nmetadata: {name: %s, namespace: %s, labels: %s}%nspec: %s%n"
                                .formatted(version, kind, name, cluster.namespace(), labels, spec),
                        GenericKubernetesResource.class);
        cluster.client().resource(object).create();
    }

    private static void secret(KubeCluster cluster, String name) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .addToData("token", Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8)))
                        .build())
                .create();
    }

    private static void awaitFinalizer(KubeCluster cluster, String provider) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> finalizers(cluster, "Provider", provider)
                .contains("finalizers.fluxcd.io"));
    }

    private static List<String> finalizers(KubeCluster cluster, String kind, String name) {
        return cluster.client()
                .genericKubernetesResources("notification.toolkit.fluxcd.io/v1beta3", kind)
                .inNamespace(cluster.namespace())
                .withName(name)
                .get()
                .getMetadata()
                .getFinalizers();
    }

    private static List<Event> events(KubeCluster cluster) {
        return cluster.client()
                .v1()
                .events()
                .inNamespace(cluster.namespace())
                .list()
                .getItems();
    }

    private static void post(int port, String namespace, String message) throws Exception {
        String event = """
                {"involvedObject":{"kind":"GitRepository","namespace":"%s","name":"app","uid":"u","apiVersion":"source.toolkit.fluxcd.io/v1"},
                 "severity":"info","timestamp":"2026-03-04T05:06:07Z","message":"%s","reason":"NewArtifact","reportingController":"source-controller"}
                """.formatted(namespace, message);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(202);
        }
    }
}
