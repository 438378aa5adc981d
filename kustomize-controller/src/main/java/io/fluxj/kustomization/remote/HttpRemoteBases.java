package io.fluxj.kustomization.remote;

import io.fluxj.kustomize.RemoteBases;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches single files over HTTP. Repositories are refused. */
public final class HttpRemoteBases implements RemoteBases {

    private static final int MAX_BYTES = 16 << 20;
    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;

    /** Fetches with this client. */
    public HttpRemoteBases(HttpClient http) {
        this.http = http;
    }

    @Override
    public RemoteBase fetchBase(String url) throws IOException {
        throw new IOException(
                "bases in Git repositories are not supported yet: make it a GitRepository and include it, or copy its files");
    }

    @Override
    public byte[] fetchFile(String url) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return content(answer, body);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not a URL that can be fetched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching", e);
        }
    }

    private static byte[] content(HttpResponse<InputStream> answer, InputStream body) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP Error: status code " + answer.statusCode());
        }
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("the file is longer than %d MiB".formatted(MAX_BYTES >> 20));
        }
        return bytes;
    }
}
