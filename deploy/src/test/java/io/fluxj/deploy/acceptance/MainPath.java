package io.fluxj.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.testkit.RequestSink;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What users do with an installation: a commit, a chart, a composed artifact are applied and told; a new tag becomes a commit, which a webhook has applied.
 * Intervals are hours, but for the look at the registry.
 */
record MainPath(KubernetesClient client, Servers servers) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NAMESPACE = "apps";

    /** Goes it to its end. */
    void walk(String webhooks) throws Exception {
        Application application = new Application(client);
        for (GenericKubernetesResource object : objects()) {
            application.apply(object);
        }
        for (String map : List.of("applied", "composed", "released")) {
            await(map).atMost(PATIENCE).until(() -> hasMap(map));
        }
        awaitImage("1.0.0");
        for (String object : List.of("Kustomization", "HelmRelease", "GitRepository")) {
            await("told of a " + object).atMost(PATIENCE).until(() -> isTold(object));
        }

        int before = servers.commits();
        servers.tag("1.1.0");
        await("the commit").atMost(PATIENCE).until(() -> servers.commits() > before);
        callWebhook(webhooks);

        awaitImage("1.1.0");
    }

    private List<GenericKubernetesResource> objects() throws IOException {
        try (InputStream in = Objects.requireNonNull(MainPath.class.getResourceAsStream("objects.yaml"))) {
            String filled = servers.fill(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return List.of(filled.split("---\n", -1)).stream()
                    .map(document -> Serialization.unmarshal(document, GenericKubernetesResource.class))
                    .toList();
        }
    }

    private boolean hasMap(String name) {
        return client.configMaps().inNamespace(NAMESPACE).withName(name).get() != null;
    }

    private boolean isTold(String kind) {
        return servers.sink().requests().stream()
                .map(RequestSink.Request::body)
                .anyMatch(body -> body.contains("\"kind\":\"" + kind + "\""));
    }

    private void awaitImage(String version) {
        await("the image " + version).atMost(PATIENCE).untilAsserted(() -> {
            Deployment web = client.apps()
                    .deployments()
                    .inNamespace(NAMESPACE)
                    .withName("web")
                    .get();
            assertThat(web).isNotNull();
            assertThat(web.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getImage())
                    .isEqualTo(servers.image(version));
        });
    }

    private void callWebhook(String webhooks) throws IOException, InterruptedException {
        String path = client.genericKubernetesResources("notification.toolkit.fluxcd.io/v1", "Receiver")
                .inNamespace(NAMESPACE)
                .withName("push")
                .get()
                .get("status", "webhookPath");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest post = HttpRequest.newBuilder(URI.create("http://" + webhooks + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
    }
}
