package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import io.fluxj.testkit.OutsideServer;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.Subscription;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;

/** Events on their way to services that others wrote. Without the script that starts them these tests are skipped. */
class RealServicesTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void natsDeliversThem(KubeCluster cluster) throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("nats", folder, Map.of());
                NotificationFixture fixture = NotificationFixture.of(cluster)) {
            Connection connection = Nats.connect(Options.builder()
                    .server(server.value("NATS_URL"))
                    .userInfo(server.value("USERNAME"), server.value("PASSWORD"))
                    .build());
            Subscription subscription = connection.subscribe("flux.events");
            connection.flush(Duration.ofSeconds(10));
            fixture.secret("login", Map.of("username", server.value("USERNAME"), "password", server.value("PASSWORD")));
            fixture.alert(
                    "nats",
                    "type: nats, channel: flux.events, address: '" + server.value("NATS_URL")
                            + "', secretRef: {name: login}");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "applied");

            byte[] payload = Objects.requireNonNull(subscription.nextMessage(Duration.ofSeconds(60)))
                    .getData();
            connection.close();
            assertThat(Yaml.parse(new String(payload, StandardCharsets.UTF_8))
                            .path("message")
                            .asText())
                    .isEqualTo("applied");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void natsIsToldNothingWithAWrongPassword(KubeCluster cluster) throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("nats", folder, Map.of());
                NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.secret("login", Map.of("username", server.value("USERNAME"), "password", "another-one"));
            fixture.alert(
                    "nats",
                    "type: nats, channel: flux.events, address: '" + server.value("NATS_URL")
                            + "', secretRef: {name: login}");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "applied");

            assertThat(fixture.awaitEvent("nats", "NotificationDispatchFailed").getMessage())
                    .contains("nats: Authorization Violation")
                    .doesNotContain("another-one");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void alertmanagerShowsThem(KubeCluster cluster) throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("alertmanager", folder, Map.of("AUTH", "basic"));
                NotificationFixture fixture = NotificationFixture.of(cluster)) {
            String url = address(server);
            fixture.secret("login", Map.of("username", "flux", "password", "flux-pass"));
            fixture.alert("am", "type: alertmanager, address: '" + url + "/api/v2/alerts', secretRef: {name: login}");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "applied");

            JsonNode alert = await("alert")
                    .until(() -> json(url + "/api/v2/alerts", "flux:flux-pass"), found -> !found.isEmpty())
                    .path(0);
            assertThat(alert.at("/labels/alertname").asText()).isEqualTo("FluxKustomizationReconciliationsucceeded");
            assertThat(alert.at("/labels/name").asText()).isEqualTo("app");
            assertThat(alert.at("/annotations/message").asText()).isEqualTo("applied");
        }
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void ntfyKeepsThem(KubeCluster cluster) throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("ntfy", folder, Map.of());
                NotificationFixture fixture = NotificationFixture.of(cluster)) {
            String url = address(server);
            fixture.alert("ntfy", "type: generic, address: '" + url + "/flux'");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "applied");

            await("message").until(() -> text(url + "/flux/json?poll=1", ""), found -> found.contains("applied"));
        }
    }

    /** Building that server takes minutes: it is used only where it is there already. */
    @ClusterTest(on = KubeTarget.EMBEDDED)
    void giteaShowsTheStatusOfTheCommit(KubeCluster cluster) throws Exception {
        String clients = System.getenv("FLUXJ_CLIENTS");
        Assumptions.assumeTrue(
                clients != null && Files.isExecutable(Path.of(clients, "gitea")),
                "FLUXJ_CLIENTS names no folder with the program gitea");
        try (OutsideServer server = OutsideServer.startOrSkip("gitea", folder, Map.of());
                NotificationFixture fixture = NotificationFixture.of(cluster)) {
            String api = server.value("API");
            String login = server.value("USERNAME") + ":" + server.value("PASSWORD");
            send(api + "/user/repos", login, "{\"name\": \"app\", \"auto_init\": true, \"default_branch\": \"main\"}");
            String commit = json(api + "/repos/flux/app/branches/main", login)
                    .at("/commit/id")
                    .asText();
            fixture.secret("token", Map.of("token", server.value("TOKEN")));
            fixture.alert(
                    "gitea",
                    "type: gitea, address: '" + server.value("GIT_URL") + "/flux/app', secretRef: {name: token}");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica.events(), """
                    {"involvedObject":{"kind":"Kustomization","namespace":"%s","name":"app","uid":"u-1","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
                    "severity":"info","message":"applied","reason":"ReconciliationSucceeded","reportingController":"kustomize-controller",
                    "metadata":{"event.toolkit.fluxcd.io/commit":"main@sha1:%s"}}
                    """.formatted(fixture.namespace(), commit));

            JsonNode status = await("status")
                    .until(
                            () -> json(api + "/repos/flux/app/commits/" + commit + "/statuses", login),
                            found -> !found.isEmpty())
                    .path(0);
            assertThat(status.path("status").asText()).isEqualTo("success");
            assertThat(status.path("context").asText()).startsWith("kustomization/app/");
            assertThat(status.path("description").asText()).isEqualTo("reconciliation succeeded");
        }
    }

    private static String address(OutsideServer server) {
        return server.values().values().stream()
                .filter(value -> value.startsWith("http://"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("(http://[^/]+).*", "$1");
    }

    private JsonNode json(String url, String login) throws Exception {
        return Yaml.parse(text(url, login));
    }

    private String text(String url, String login) throws Exception {
        return http.send(request(url, login).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void send(String url, String login, String body) throws Exception {
        HttpRequest request = request(url, login)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isBetween(200, 299);
    }

    private static HttpRequest.Builder request(String url, String login) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return login.isEmpty()
                ? request
                : request.header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
}
