package io.fluxj.runtime.peer;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fluxj.net.issue.CertificateAuthority;
import io.fluxj.net.issue.IssuedCertificate;
import io.fluxj.net.issue.Validity;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.testkit.KubeCluster;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Controllers of one namespace that speak to each other on this machine. */
final class Installation implements AutoCloseable {
    static final String SECRET = "fluxj-peers";
    private final KubeCluster cluster;
    private final Path folder;
    private final ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());
    private final Deque<Runnable> open = new ArrayDeque<>();
    private int files;

    Installation(KubeCluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    PeerSettings settings(PeerMode mode, String secret, Path token) {
        return new PeerSettings(mode, cluster.namespace(), secret, token, List.of());
    }

    PeerSecurity controller(PeerSettings settings) {
        PeerSecurity peers = SecuredPeers.of(settings, cluster.client(), metrics, EnvironmentProxies.of(Map.of()));
        open.push(peers::close);
        return peers;
    }

    /** A server that says hello to whom it admits. */
    HttpServer server(PeerMode mode) throws IOException {
        PeerServing serving = controller(settings(mode, SECRET, folder.resolve("none")))
                .serving("artifacts", request -> request.target().equals("/"));
        HttpServer server = HttpServer.start(
                "peers",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ServerBounds.DEFAULT,
                serving.guard().apply(request -> HttpAnswer.text("hello")),
                serving.tls());
        open.push(server::close);
        return server;
    }

    HttpResponse<String> call(PeerSettings settings, int port) throws IOException, InterruptedException {
        return call(controller(settings), port);
    }

    static HttpResponse<String> call(PeerSecurity caller, int port) throws IOException, InterruptedException {
        return caller.calls(HttpClient.newHttpClient()).send(get(port, "/file"), HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest get(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    /** A token of an account of the installation, as the kubelet would put it there. */
    Path token(String account, String audience) throws IOException {
        return token(cluster.namespace(), account, audience);
    }

    Path token(String namespace, String account, String audience) throws IOException {
        Path file = folder.resolve("token-" + files++);
        Files.writeString(file, newToken(namespace, account, audience));
        return file;
    }

    String newToken(String namespace, String account, String audience) {
        var accounts = cluster.client().serviceAccounts().inNamespace(namespace);
        if (accounts.withName(account).get() == null) {
            accounts.resource(new ServiceAccountBuilder()
                            .withNewMetadata()
                            .withName(account)
                            .endMetadata()
                            .build())
                    .create();
        }
        return accounts.withName(account)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withAudiences(audience)
                        .withExpirationSeconds(600L)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }

    /** Puts a certificate for servers of the namespace into a Secret, as cert-manager would. */
    void certify(String secret, CertificateAuthority authority, String bundle, Validity validity) {
        IssuedCertificate issued = authority.issue("servers", List.of("*." + cluster.namespace() + ".svc"), validity);
        Map<String, String> data = Map.of("ca.crt", bundle, "tls.crt", issued.certificate(), "tls.key", issued.key());
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(cluster.namespace())
                        .withName(secret)
                        .endMetadata()
                        .withData(encoded(data))
                        .build())
                .createOr(existing -> existing.update());
    }

    Secret secret() {
        return cluster.client()
                .secrets()
                .inNamespace(cluster.namespace())
                .withName(SECRET)
                .require();
    }

    private static Map<String, String> encoded(Map<String, String> data) {
        return data.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> Base64.getEncoder()
                .encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    /** The series of a name, without the help around them. */
    List<String> series(String name) {
        return new String(metrics.scrape(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(name))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
