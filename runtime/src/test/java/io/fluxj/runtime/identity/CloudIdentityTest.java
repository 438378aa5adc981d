package io.fluxj.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server on this machine stands for the clouds' token services. */
class CloudIdentityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String STS = "{\"AssumeRoleWithWebIdentityResponse\":{\"AssumeRoleWithWebIdentityResult\":"
            + "{\"Credentials\":{\"AccessKeyId\":\"key\",\"SecretAccessKey\":\"secret\",\"SessionToken\":\"session\","
            + "\"Expiration\":1767272400.0}}}}";

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI() + " " + body);
            byte[] answer = (body.contains("AssumeRole") ? STS : "{\"access_token\":\"entra\",\"expires_in\":3600}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private TokenCache cache() {
        return new TokenCache(10, Duration.ofHours(1), clock);
    }

    private static Workload.Account account(KubeCluster cluster, Map<String, String> annotations) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("app")
                        .withNamespace(cluster.namespace())
                        .withAnnotations(annotations)
                        .endMetadata()
                        .build())
                .create();
        return new Workload.Account(cluster.namespace(), "app");
    }

    private static String claims(String form, String field) {
        String token = form.split(field + "=", 2)[1].split("&", 2)[0];
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @ClusterTest
    void entraBelievesTheClusterWhoAnAccountIs(KubeCluster cluster) throws Exception {
        Workload.Account account = account(
                cluster,
                Map.of("azure.workload.identity/client-id", "app-1", "azure.workload.identity/tenant-id", "tenant-1"));
        AzureTokens tokens = new AzureTokens(
                Map.of("AZURE_AUTHORITY_HOST", address()), new ServiceAccounts(cluster.client()), cache(), clock);

        AccessToken token = tokens.token(account, "resource", HttpRoute.DIRECT);
        assertThat(token).isEqualTo(new AccessToken("entra", NOW.plusSeconds(3600)));
        tokens.token(account, "resource", HttpRoute.DIRECT);
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .startsWith("/tenant-1/oauth2/v2.0/token grant_type=client_credentials&client_id=app-1"
                        + "&scope=resource%2F.default&client_assertion_type=");
        assertThat(claims(asked.getFirst(), "client_assertion"))
                .contains("api://AzureADTokenExchange", cluster.namespace() + ":app");
    }

    @ClusterTest
    void awsBelievesTheClusterWhoAnAccountIs(KubeCluster cluster) throws Exception {
        Workload.Account account = account(cluster, Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::1:role/git"));
        AwsIdentity identity = new AwsIdentity(
                Map.of("AWS_ENDPOINT_URL_STS", address()), new ServiceAccounts(cluster.client()), cache(), clock);

        AwsCredentials credentials = identity.credentials(account, "eu-west-1", HttpRoute.DIRECT);
        assertThat(credentials).isEqualTo(new AwsCredentials("key", "secret", "session"));
        assertThat(credentials.toString()).doesNotContain("secret");
        identity.credentials(account, "eu-west-1", HttpRoute.DIRECT);
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst()).contains("RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fgit");
        assertThat(claims(asked.getFirst(), "WebIdentityToken")).contains("sts.amazonaws.com");
    }

    @ClusterTest
    void takesTheControllersOwnIdentityFromItsEnvironment(KubeCluster cluster) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "projected\n");
        ServiceAccounts accounts = new ServiceAccounts(cluster.client());
        Workload.Controller own = new Workload.Controller();
        Map<String, String> azure = Map.of(
                "AZURE_AUTHORITY_HOST",
                address(),
                "AZURE_TENANT_ID",
                "tenant-2",
                "AZURE_CLIENT_ID",
                "app-2",
                "AZURE_FEDERATED_TOKEN_FILE",
                file.toString());
        new AzureTokens(azure, accounts, cache(), clock).token(own, "resource", HttpRoute.DIRECT);
        assertThat(asked.getFirst()).startsWith("/tenant-2/").endsWith("client_assertion=projected");

        Map<String, String> fixed = Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b");
        assertThat(new AwsIdentity(fixed, accounts, cache(), clock).credentials(own, "eu-west-1", HttpRoute.DIRECT))
                .isEqualTo(new AwsCredentials("a", "b", ""));
        AwsIdentity none = new AwsIdentity(Map.of(), accounts, cache(), clock);
        assertThatExceptionOfType(IdentityException.class)
                .isThrownBy(() -> none.credentials(own, "eu-west-1", HttpRoute.DIRECT))
                .withMessageStartingWith("the controller has no AWS identity: ");
        AwsIdentity missing = new AwsIdentity(Map.of(), accounts, cache(), clock);
        assertThatExceptionOfType(IdentityException.class)
                .isThrownBy(() -> missing.credentials(
                        new Workload.Account(cluster.namespace(), "gone"), "eu-west-1", HttpRoute.DIRECT))
                .withMessage("ServiceAccount '" + cluster.namespace() + "/gone' not found");
    }
}
