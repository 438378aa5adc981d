package io.fluxj.runtime.storage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.runtime.peer.PeerServing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactServerTest {
    private static final String FILE = "/gitrepository/ns/app/abc.tar.gz";

    @TempDir
    Path base;

    private final HttpClient client = HttpClient.newHttpClient();
    private ArtifactServer server;

    @BeforeEach
    void start() throws IOException {
        Path root = Files.createDirectory(base.resolve("data")).toRealPath();
        Path folder = Files.createDirectories(root.resolve("gitrepository/ns/app"));
        Files.writeString(folder.resolve("abc.tar.gz"), "0123456789");
        Files.writeString(folder.resolve(".unfinished-1"), "half");
        Files.writeString(base.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("latest.tar.gz"), Path.of("abc.tar.gz"));
        Files.createSymbolicLink(folder.resolve("escape"), base.resolve("secret"));
        server = ArtifactServer.start(root, "127.0.0.1:0", 8, MissingFiles.NONE, PeerServing.OPEN);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void servesAFile() throws Exception {
        HttpResponse<String> response = get(FILE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("0123456789");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/gzip");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(10);
        assertThat(response.headers().firstValue("Last-Modified")).isPresent();
    }

    @Test
    void followsALinkWithinTheStoreOnly() throws Exception {
        assertThat(get("/gitrepository/ns/app/latest.tar.gz").body()).isEqualTo("0123456789");
        assertThat(get("/gitrepository/ns/app/escape").statusCode()).isEqualTo(404);
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> response =
                send(request(FILE).method("HEAD", BodyPublishers.noBody()).build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(10);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 206, 234, bytes 2-4/10",
        "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=-2, 206, 89, bytes 8-9/10",
        "bytes=5-100, 206, 56789, bytes 5-9/10",
        "'bytes=0-1,3-4', 200, 0123456789, ",
        "lines=1, 200, 0123456789, ",
    })
    void servesRanges(String range, int status, String body, String contentRange) throws Exception {
        HttpResponse<String> response =
                send(request(FILE).header("Range", range).build());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().firstValue("Content-Range").orElse(null)).isEqualTo(contentRange);
    }

    @Test
    void refusesARangeThatTheFileDoesNotHave() throws Exception {
        HttpResponse<String> response =
                send(request(FILE).header("Range", "bytes=10-").build());
        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.headers().firstValue("Content-Range")).contains("bytes */10");
    }

    @Test
    void saysThatAFileHasNotChanged() throws Exception {
        String modified = get(FILE).headers().firstValue("Last-Modified").orElseThrow();
        assertThat(send(request(FILE).header("If-Modified-Since", modified).build())
                        .statusCode())
                .isEqualTo(304);
        assertThat(send(request(FILE)
                                .header("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsFoldersWithoutWhatIsNotWhole() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(200);
        HttpResponse<String> redirect = get("/gitrepository/ns/app");
        assertThat(redirect.statusCode()).isEqualTo(301);
        assertThat(redirect.headers().firstValue("Location")).contains("/gitrepository/ns/app/");
        assertThat(get("/gitrepository/ns/app/").body())
                .contains("<a href=\"abc.tar.gz\">abc.tar.gz</a>")
                .doesNotContain("unfinished");
        assertThat(get("/gitrepository/ns/app/.unfinished-1").statusCode()).isEqualTo(404);
    }

    /** A path that leads out of the root is no path. */
    @ParameterizedTest
    @CsvSource({
        "/missing, 404",
        "/../secret, 400",
        "/%2e%2e/secret, 400",
        "/gitrepository/..%2f..%2fsecret, 404",
        "//etc/hostname, 404",
        "/gitrepository/%00, 400",
        "/gitrepository/ns/app/abc.tar.gz/x, 404"
    })
    void findsNothingOutsideTheStore(String path, int status) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .doesNotContain("secret")
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void acceptsNothingButReading() throws Exception {
        HttpRequest put = request(FILE).PUT(BodyPublishers.ofString("x")).build();
        assertThat(send(put).statusCode()).isEqualTo(405);
        assertThat(get(FILE).body()).isEqualTo("0123456789");
    }

    /** The file is larger than all buffers on the way, so that a client that takes nothing is noticed. */
    @Test
    void hangsUpOnClientsThatTakeNothing() throws Exception {
        Path big = base.resolve("data/gitrepository/ns/app/big.tar.gz");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(64L << 20);
        }
        try (ArtifactServer strict = strict(Duration.ofSeconds(3), Duration.ofMinutes(1));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), strict.port())) {
            ask(socket, "GET /gitrepository/ns/app/big.tar.gz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            await().until(strict::requests, running -> running == 0);
        }
    }

    @Test
    void hangsUpOnClientsThatTakeTooLongInAll() throws Exception {
        Path big = base.resolve("data/gitrepository/ns/app/big.tar.gz");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(64L << 20);
        }
        try (ArtifactServer strict = strict(Duration.ofMinutes(1), Duration.ofSeconds(3));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), strict.port())) {
            ask(socket, "GET /gitrepository/ns/app/big.tar.gz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            await().until(strict::requests, running -> running == 0);
        }
    }

    @Test
    void hangsUpOnClientsThatNeverFinishAsking() throws Exception {
        try (ArtifactServer strict = neverWaiting();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), strict.port())) {
            ask(socket, "GET /gitrepository/ns/app/abc.tar.gz HTTP/1.1\r\nHost: ");
            assertThat(socket.getInputStream().read()).isNegative();
            await().until(strict::requests, running -> running == 0);
        }
    }

    @Test
    void closesWhatAnAddressOpensBeyondItsShare() throws Exception {
        String request = "GET /gitrepository/ns/app/abc.tar.gz HTTP/1.1\r\nHost: x\r\n\r\n";
        try (ArtifactServer narrow = serve(ServerBounds.DEFAULT.withConnections(10, 1));
                Socket first = new Socket(InetAddress.getLoopbackAddress(), narrow.port())) {
            ask(first, request);
            assertThat(first.getInputStream().read()).isEqualTo('H');
            try (Socket second = new Socket(InetAddress.getLoopbackAddress(), narrow.port())) {
                assertThat(second.getInputStream().read()).isNegative();
            }
        }
    }

    private ArtifactServer neverWaiting() throws IOException {
        Duration minute = Duration.ofMinutes(1);
        return serve(ServerBounds.DEFAULT.within(Duration.ofSeconds(1), minute, minute));
    }

    private ArtifactServer strict(Duration idle, Duration total) throws IOException {
        return serve(ServerBounds.DEFAULT.within(Duration.ofMinutes(1), idle, total));
    }

    private ArtifactServer serve(ServerBounds bounds) throws IOException {
        return ArtifactServer.start(
                base.resolve("data").toRealPath(), "127.0.0.1:0", MissingFiles.NONE, bounds, PeerServing.OPEN);
    }

    private static void ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
