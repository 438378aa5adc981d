package io.fluxj.notification;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.golden.Yaml;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RequestSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Controllers as they are deployed, which see the namespace of one test, and a sink that their Providers send to. */
final class NotificationFixture implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubeCluster cluster;
    private final RequestSink sink;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Replica> replicas = new ArrayList<>();

    /** One of several controllers that do the same. */
    record Replica(RunningController controller, KubernetesClient client, int events, int hooks)
            implements AutoCloseable {
        @Override
        public void close() {
            controller.close();
            client.close();
        }
    }

    private NotificationFixture(KubeCluster cluster, RequestSink sink) {
        this.cluster = cluster;
        this.sink = sink;
    }

    static NotificationFixture of(KubeCluster cluster) throws IOException {
        return of(cluster, request -> RequestSink.Reply.OK);
    }

    static NotificationFixture of(KubeCluster cluster, Function<RequestSink.Request, RequestSink.Reply> replies)
            throws IOException {
        return new NotificationFixture(cluster, RequestSink.start(replies));
    }

    /** Starts a controller and waits until it works. */
    Replica start(String... flags) throws Exception {
        Replica replica = startReplica("controller", flags);
        replica.controller().working().join();
        return replica;
    }

    /** Starts a controller, which may have to wait for the lease. */
    Replica startReplica(String host, String... flags) throws Exception {
        int events = FreePort.choose();
        int hooks = FreePort.choose();
        List<String> all = new ArrayList<>(List.of(
                "--metrics-addr=127.0.0.1:0",
                "--health-addr=127.0.0.1:0",
                "--watch-all-namespaces=false",
                "--events-addr=127.0.0.1:" + events,
                "--receiverAddr=127.0.0.1:" + hooks));
        all.addAll(List.of(flags));
        NotificationController definition = new NotificationController();
        KubernetesClient client = KubernetesClients.of(cluster.client().getConfiguration());
        Replica replica = new Replica(
                ControllerProgram.start(
                        definition,
                        ControllerProgram.parse(definition, all.toArray(String[]::new)),
                        client,
                        Map.of("RUNTIME_NAMESPACE", namespace(), "HOSTNAME", host)),
                client,
                events,
                hooks);
        replicas.add(replica);
        return replica;
    }

    String namespace() {
        return cluster.namespace();
    }

    /** Creates or changes an object of the test's namespace, given in YAML; {@code {sink}} and {@code {ns}} are filled in. */
    void apply(String yaml) throws IOException {
        GenericKubernetesResource object = object(yaml);
        object.getMetadata().setNamespace(namespace());
        cluster.client().resource(object).fieldManager("test").forceConflicts().serverSideApply();
    }

    private GenericKubernetesResource object(String yaml) throws IOException {
        String filled = yaml.replace("{sink}", sink.url().toString()).replace("{ns}", namespace());
        return JSON.treeToValue(Yaml.parse(filled), GenericKubernetesResource.class);
    }

    /** A Provider and an Alert for all Kustomizations, of one name. */
    void alert(String name, String provider) throws IOException {
        alert(name, provider, "");
    }

    /** With more in the spec of the Alert, in flow style. */
    void alert(String name, String provider, String more) throws IOException {
        apply("""
                apiVersion: notification.toolkit.fluxcd.io/v1beta3
                kind: Provider
                metadata: {name: %s}
                spec: {%s}
                """.formatted(name, provider));
        apply("""
                apiVersion: notification.toolkit.fluxcd.io/v1beta3
                kind: Alert
                metadata: {name: %s}
                spec: {providerRef: {name: %s}, eventSources: [{kind: Kustomization, name: '*'}]%s}
                """.formatted(name, name, more));
    }

    void secret(String name, Map<String, String> data) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace())
                        .endMetadata()
                        .addToStringData(data)
                        .build())
                .create();
    }

    /** POSTs an event about the Kustomization {@code app}; the status of the answer. */
    int post(Replica replica, String message) throws Exception {
        return post(replica.events(), """
                {"involvedObject":{"kind":"Kustomization","namespace":"%s","name":"app","uid":"u-1","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
                "severity":"info","timestamp":"2026-03-04T05:06:07Z","message":"%s","reason":"ReconciliationSucceeded",
                "metadata":{"kustomize.toolkit.fluxcd.io/revision":"main@sha1:abc"},
                "reportingController":"kustomize-controller","reportingInstance":"kc-1"}
                """.formatted(namespace(), message));
    }

    int post(int port, String body) throws Exception {
        return send(port, "POST", "/", body).statusCode();
    }

    HttpResponse<String> send(int port, String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What came to the sink under a path. */
    List<RequestSink.Request> received(String path) {
        return sink.requests().stream()
                .filter(request -> request.target().equals(path))
                .toList();
    }

    /** Waits for the first request under a path. */
    RequestSink.Request awaitReceived(String path) {
        return await(path).until(() -> received(path), list -> !list.isEmpty()).getFirst();
    }

    /** Waits for a Kubernetes Event about an Alert. */
    Event awaitEvent(String alert, String reason) {
        return await(reason + " of " + alert)
                .until(() -> events(alert, reason), list -> !list.isEmpty())
                .getFirst();
    }

    List<Event> events(String alert, String reason) {
        return cluster.client().v1().events().inNamespace(namespace()).list().getItems().stream()
                .filter(event -> "Alert".equals(event.getInvolvedObject().getKind())
                        && alert.equals(event.getInvolvedObject().getName())
                        && reason.equals(event.getReason()))
                .toList();
    }

    /** What controllers keep from going is deleted while one is there. */
    @Override
    public void close() {
        Finalized.release(cluster.client(), List.of(namespace()));
        replicas.forEach(Replica::close);
        http.shutdownNow();
        sink.close();
    }
}
