package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitOverTlsTest {
    private final TestAuthority authority = TestAuthority.create("tests");

    @TempDir
    Path repositories;

    @TempDir
    Path scratch;

    @Test
    void servesWhoTrustsItsAuthority() throws Exception {
        String head = GitOnDisk.createApp(repositories, scratch);
        try (GitTestServer server = start();
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(trusting(authority.certificatePem()))
                        .build()) {
            String refs = client.send(request(server), BodyHandlers.ofString()).body();

            assertThat(server.url().getScheme()).isEqualTo("https");
            assertThat(refs).contains(head);
        }
    }

    @Test
    void isRefusedByWhoTrustsAnother() throws Exception {
        TestAuthority other = TestAuthority.create("others");
        try (GitTestServer server = start();
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(trusting(other.certificatePem()))
                        .build()) {
            assertThatThrownBy(() -> client.send(request(server), BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private GitTestServer start() throws Exception {
        return GitTestServer.startTls(
                repositories, TestTls.server(authority.issue("CN=git", List.of("127.0.0.1", "localhost"))));
    }

    private static HttpRequest request(GitTestServer server) {
        return HttpRequest.newBuilder(URI.create(server.url("app.git/info/refs?service=git-upload-pack")))
                .build();
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
