package io.fluxj.kube.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers above 128 KiB are compressed for those who say that they take it. */
class CompressionTest {
    private static final int THRESHOLD = 128 * 1024;

    private final TestListener server = new TestListener(
            request -> new HttpResponse.Content(200, Map.of(), new byte[Integer.parseInt(request.parameter("size"))]));

    @AfterEach
    void stop() {
        server.close();
    }

    private java.net.http.HttpResponse<byte[]> get(int size, String accepted) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri("https", "/?size=" + size))
                .header("Accept-Encoding", accepted)
                .build();
        return server.client().send(request, BodyHandlers.ofByteArray());
    }

    @Test
    void largeAnswersAreCompressed() throws Exception {
        var answer = get(THRESHOLD + 1, "deflate, gzip");

        assertThat(answer.headers().allValues("Content-Encoding")).isEqualTo(List.of("gzip"));
        assertThat(answer.headers().allValues("Vary")).isEqualTo(List.of("Accept-Encoding"));
        assertThat(plain(answer.body())).isEqualTo(new byte[THRESHOLD + 1]);
    }

    @Test
    void othersAreNot() throws Exception {
        assertThat(get(THRESHOLD, "gzip").body()).isEqualTo(new byte[THRESHOLD]);
        assertThat(get(THRESHOLD + 1, "identity").body()).isEqualTo(new byte[THRESHOLD + 1]);
    }

    private static byte[] plain(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
