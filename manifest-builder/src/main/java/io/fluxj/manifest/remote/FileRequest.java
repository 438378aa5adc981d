package io.fluxj.manifest.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request for a file. The whole answer has to come in a given time and to be of a given length at most. */
final class FileRequest {

    private final HttpURLConnection http;
    private final long maxBytes;

    /**
     * A request that is not sent yet.
     *
     * @param http of Java's older client, since the newer one refuses hosts with an underscore
     */
    FileRequest(HttpURLConnection http, long maxBytes) {
        this.http = http;
        this.maxBytes = maxBytes;
    }

    /**
     * What the server said.
     *
     * @param location where a redirect leads
     * @param body read already; empty unless the status is 200
     */
    record Answer(int status, Optional<String> location, ByteArrayInputStream body) {}

    Answer send(Duration limit) throws IOException {
        http.setInstanceFollowRedirects(false);
        http.setUseCaches(false);
        http.setConnectTimeout((int) limit.toMillis());
        FutureTask<Answer> answer = new FutureTask<>(this::answer);
        Thread.ofVirtual().name("remote-file").start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + limit.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching", e);
        } finally {
            // ends the thread too: what it reads from is closed
            http.disconnect();
        }
    }

    private Answer answer() throws IOException {
        int status = http.getResponseCode();
        return new Answer(
                status,
                Optional.ofNullable(http.getHeaderField("Location")),
                new ByteArrayInputStream(status == HttpURLConnection.HTTP_OK ? body() : new byte[0]));
    }

    private byte[] body() throws IOException {
        try (InputStream in = http.getInputStream()) {
            byte[] bytes = in.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 8));
            if (in.read() >= 0) {
                throw new IOException(
                        "the file is longer than the " + maxBytes + " bytes that --remote-file-max-bytes allows");
            }
            return bytes;
        }
    }
}
