package io.fluxj.kube.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Large answers are compressed for clients that take it, as the real server does. */
final class Compression {
    private static final int THRESHOLD = 128 * 1024;

    private Compression() {}

    static HttpResponse.Content of(HttpRequest request, HttpResponse.Content content) {
        if (content.body().length <= THRESHOLD
                || content.status() != 200
                || !request.method().equals("GET")
                || !accepted(request)) {
            return content;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>(content.headers());
        headers.put("Content-Encoding", List.of("gzip"));
        headers.put("Vary", List.of("Accept-Encoding"));
        return new HttpResponse.Content(content.status(), headers, compressed(content.body()));
    }

    private static boolean accepted(HttpRequest request) {
        for (String coding : request.header("accept-encoding").orElse("").split(",", -1)) {
            if (coding.strip().equals("gzip")) {
                return true;
            }
        }
        return false;
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new Fast(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("memory could not be written to", e);
        }
        return out.toByteArray();
    }

    /** Little effort is enough for what crosses loopback. */
    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
