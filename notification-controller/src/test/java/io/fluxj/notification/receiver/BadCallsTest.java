package io.fluxj.notification.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.notification.v1.ObjectKind;
import io.fluxj.api.notification.v1.OidcProvider;
import io.fluxj.api.notification.v1.OidcValidation;
import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.api.notification.v1.ReceiverResource;
import io.fluxj.api.notification.v1.ReceiverSpec;
import io.fluxj.api.notification.v1.ReceiverType;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.notification.receiver.TestIssuer.NamedKey;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Calls of those who mean no good, and Receivers that would let them. */
class BadCallsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "a-token-that-nobody-may-see";
    private static final Map<String, String> JSON_BODY = Map.of("Content-Type", "application/json");

    @ClusterTest
    void takesTheNewKeyOfAnIssuerAndAsksItNoMoreThanNeeded(KubeCluster cluster) throws Exception {
        NamedKey first = NamedKey.create("first");
        NamedKey second = NamedKey.create("second");
        try (TestIssuer issuer = TestIssuer.start(first);
                HookServer server = server(cluster)) {
            String path = path(cluster, server, oidc(issuer.url()));

            assertThat(call(server, path, issuer, first)).isEqualTo(200);
            issuer.rotate(second);
            assertThat(call(server, path, issuer, second)).isEqualTo(200);
            assertThat(call(server, path, issuer, first)).isEqualTo(400);
            NamedKey forged = NamedKey.create("forged");
            for (int i = 0; i < 30; i++) {
                assertThat(call(server, path, issuer, forged)).isEqualTo(400);
            }
            assertThat(call(server, path, issuer, second)).isEqualTo(200);
            assertThat(issuer.asked()).isBetween(2, 12);
        }
    }

    @ClusterTest
    void doesNotWaitAgainForAnIssuerThatDoesNotAnswer(KubeCluster cluster) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HookServer server = server(cluster);
                HookErrors errors = HookErrors.capture(Set.of(cluster.namespace()))) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            String path = path(cluster, server, oidc(url));
            String token = TestIssuer.token("RS256", NamedKey.create("k"), claims(url));
            Instant start = Instant.now();
            for (int i = 0; i < 20; i++) {
                assertThat(server.post(path, Map.of("Authorization", "Bearer " + token), "")
                                .status())
                        .isEqualTo(400);
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(errors.lines())
                    .anySatisfy(line -> assertThat(line).contains("failed to initialize OIDC provider"))
                    .allSatisfy(line -> assertThat(line).doesNotContain(token));
        }
    }

    @ClusterTest
    void givesUpFiltersThatCostTooMuch(KubeCluster cluster) throws Exception {
        try (HookServer server = server(cluster);
                HookErrors errors = HookErrors.capture(Set.of(cluster.namespace()))) {
            String path = path(
                    cluster,
                    server,
                    generic()
                            .withResourceFilter("req.l.exists(a, req.l.exists(b, req.l.exists(c, a + b + c == 'x')))"));
            String list = IntStream.range(0, 500).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));

            assertThat(server.post(path, JSON_BODY, "{\"l\": [" + list + "]}").status())
                    .isEqualTo(500);
            assertThat(errors.lines()).anySatisfy(line -> assertThat(line).contains("actual cost limit exceeded"));
            assertThat(server.post(path, JSON_BODY, "[".repeat(3_000_000)).status())
                    .isEqualTo(500);
            assertThat(errors.lines()).anySatisfy(line -> assertThat(line).contains("exceeded max depth"));
            assertThat(server.post(path, JSON_BODY, "{\"l\": [\"x\"]}").status())
                    .isEqualTo(200);
        }
    }

    @ClusterTest
    void endsCallsWhoseBodyDoesNotCome(KubeCluster cluster) throws Exception {
        try (HookServer server = server(cluster)) {
            String path = path(cluster, server, generic());
            try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                slow.setSoTimeout(30_000);
                OutputStream out = slow.getOutputStream();
                out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nab")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                InputStream in = slow.getInputStream();
                String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                assertThat(answer).startsWith("HTTP/1.1 408 ");
            }
            assertThat(server.post(path, Map.of(), "").status()).isEqualTo(200);
        }
    }

    /** What is signed is signed: as in Flux, a call that is sent again asks for one more pass, which is all it does. */
    @ClusterTest
    void asksForOneMorePassWhenACallIsReplayed(KubeCluster cluster) throws Exception {
        try (HookServer server = server(cluster)) {
            String path = path(cluster, server, generic().withType(Choice.of(ReceiverType.GITLAB)));
            Map<String, String> genuine = Map.of("X-Gitlab-Token", TOKEN);

            assertThat(server.post(path, genuine, "{}").status()).isEqualTo(200);
            String first = requested(cluster);
            assertThat(server.post(path, genuine, "{}").status()).isEqualTo(200);
            assertThat(requested(cluster)).isNotEqualTo(first).isNotEmpty();
        }
    }

    @ClusterTest
    void tellsNobodyTheTokenOrThePath(KubeCluster cluster) throws Exception {
        try (HookServer server = server(cluster);
                HookErrors errors = HookErrors.capture(Set.of(cluster.namespace()))) {
            String path = path(cluster, server, generic().withType(Choice.of(ReceiverType.GITLAB)));

            RawHttp.Answer forged = server.post(path, Map.of("X-Gitlab-Token", TOKEN + "x"), "{}");
            assertThat(forged.status()).isEqualTo(400);
            assertThat(forged.body()).isEmpty();
            RawHttp.Answer unknown = server.post(path.substring(0, path.length() - 1) + "g", Map.of(), "");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.body()).isEmpty();
            assertThat(errors.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).doesNotContain(TOKEN).doesNotContain(path));
        }
    }

    @ClusterTest
    void asksTheApiForNothingOutsideOfTheKindsOfFlux(KubeCluster cluster) throws Exception {
        try (HookServer server = server(cluster);
                HookErrors errors = HookErrors.capture(Set.of(cluster.namespace()))) {
            ReceiverResource outside = resource().withApiVersion("../../api/v1");
            String path = path(cluster, server, generic().withResources(List.of(outside)));

            assertThat(server.post(path, Map.of(), "").status()).isEqualTo(500);
            assertThat(errors.lines()).anySatisfy(line -> assertThat(line).contains("no matches for kind"));
        }
    }

    private static HookServer server(KubeCluster cluster) throws Exception {
        return HookServer.start(
                cluster.client(),
                new HookServer.Places("", "http://127.0.0.1:1/"),
                Map.of("RUNTIME_NAMESPACE", cluster.namespace()),
                "--watch-all-namespaces=false");
    }

    private static int call(HookServer server, String path, TestIssuer issuer, NamedKey key) throws Exception {
        String token = TestIssuer.token("RS256", key, claims(issuer.url()));
        return server.post(path, Map.of("Authorization", "Bearer " + token), "").status();
    }

    private static ObjectNode claims(String issuer) {
        return JSON.createObjectNode()
                .put("iss", issuer)
                .put("aud", "notification-controller")
                .put("sub", "me")
                .put("exp", Instant.now().getEpochSecond() + 600);
    }

    private static ReceiverResource resource() {
        return ReceiverResource.builder()
                .kind(Choice.of(ObjectKind.GIT_REPOSITORY))
                .name("app")
                .build();
    }

    private static ReceiverSpec generic() {
        return ReceiverSpec.builder()
                .type(Choice.of(ReceiverType.GENERIC))
                .secretRef(LocalObjectReference.builder().name("token").build())
                .resources(List.of(resource()))
                .build();
    }

    private static ReceiverSpec oidc(String issuer) {
        OidcValidation rule = OidcValidation.builder()
                .message("it is me")
                .expression("claims.sub == 'me'")
                .build();
        return generic()
                .withType(Choice.of(ReceiverType.GENERIC_OIDC))
                .withSecretRef(null)
                .withOidcProviders(List.of(OidcProvider.builder()
                        .issuerURL(issuer)
                        .validations(List.of(rule))
                        .build()));
    }

    /** Makes all of it; the path, once it is answered there. */
    private static String path(KubeCluster cluster, HookServer server, ReceiverSpec spec) {
        GitRepository repository = new GitRepository();
        repository.getMetadata().setName("app");
        repository.getMetadata().setNamespace(cluster.namespace());
        repository.setSpec(GitRepositorySpec.builder()
                .url("https://git.example/x")
                .interval(GoDuration.parse("1h"))
                .build());
        cluster.client().resource(repository).create();
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("token")
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .addToStringData("token", TOKEN)
                        .build())
                .create();
        Receiver receiver = new Receiver();
        receiver.getMetadata().setName("hook");
        receiver.getMetadata().setNamespace(cluster.namespace());
        receiver.setSpec(spec);
        cluster.client().resource(receiver).create();
        byte[] token = (spec.secretRef() == null ? "" : TOKEN).getBytes(StandardCharsets.UTF_8);
        String path = WebhookPath.of(token, "hook", cluster.namespace()).text();
        Awaitility.await()
                .pollInSameThread()
                .until(() -> server.post(path, Map.of("Content-Type", "x"), "").status() != 404);
        return path;
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
}
