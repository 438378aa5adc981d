package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class MessagesTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void everyMessageIsALine() throws Exception {
        int port = free();
        try (var _ = Messages.listen(port, lines::add)) {
            assertThat(post(port, """
                    {"severity": "info", "reason": "InstallSucceeded", "message": "Helm install succeeded\\nfor release",
                     "involvedObject": {"kind": "HelmRelease", "namespace": "shop", "name": "greeter"}}
                    """)).isEqualTo(200);
            assertThat(post(port, "{")).isEqualTo(400);
        }

        assertThat(lines).containsExactly("✉ info HelmRelease/shop/greeter InstallSucceeded: Helm install succeeded");
    }

    private static int post(int port, String body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
