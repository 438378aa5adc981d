package io.fluxj.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitTestServerTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path repositories;

    @TempDir
    Path scratch;

    private String head = "";
    private GitTestServer server;

    @BeforeEach
    void start() throws Exception {
        head = GitOnDisk.createApp(repositories, scratch);
        server = GitTestServer.start(repositories);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void servesAnyoneAtThePlainPath() throws Exception {
        assertThat(mainOf("app.git", null)).isEqualTo(head);
    }

    @Test
    void followsARedirectToThePlainPath() throws Exception {
        assertThat(status("redirect/app.git/info/refs?service=git-upload-pack", ""))
                .isEqualTo(301);
        assertThat(mainOf("redirect/app.git", null)).isEqualTo(head);
    }

    @Test
    void wantsTheUserUnderBasic() throws Exception {
        assertThat(mainOf("basic/app.git", new UsernamePasswordCredentialsProvider("user", "pass")))
                .isEqualTo(head);
        assertThat(status("basic/app.git/info/refs?service=git-upload-pack", ""))
                .isEqualTo(401);
    }

    @Test
    void wantsTheTokenUnderBearer() throws Exception {
        assertThat(status("bearer/app.git/info/refs?service=git-upload-pack", "Bearer token-1"))
                .isEqualTo(200);
        assertThat(status("bearer/app.git/info/refs?service=git-upload-pack", "Bearer other"))
                .isEqualTo(401);
    }

    @Test
    void fails() throws Exception {
        assertThat(status("500/app.git/info/refs", "")).isEqualTo(500);
    }

    @Test
    void neverAnswersUnderHang() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("hang/app.git/info/refs")))
                .timeout(Duration.ofMillis(200))
                .build();
        assertThatThrownBy(() -> http.send(request, BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    private int status(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private String mainOf(String path, @Nullable CredentialsProvider credentials) throws GitAPIException {
        var refs = Git.lsRemoteRepository()
                .setRemote(server.url(path))
                .setCredentialsProvider(credentials)
                .callAsMap();
        return Objects.requireNonNull(refs.get("refs/heads/main")).getObjectId().name();
    }
}
