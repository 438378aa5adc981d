package io.fluxj.net.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;

/**
 * An answer of a server.
 *
 * @param address that was asked
 * @param status such as 200
 * @param headers of the answer
 * @param body closed with the answer
 */
public record HttpAnswer(URI address, int status, HttpHeaders headers, InputStream body) implements AutoCloseable {
    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(206, "Partial Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(304, "Not Modified"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(407, "Proxy Authentication Required"),
            Map.entry(410, "Gone"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private static final int OK = 200;

    /** Whether the body is what was asked for. */
    public boolean isOk() {
        return status == OK;
    }

    /** The status with its name, such as {@code 404 Not Found}. */
    public String statusText() {
        return (status + " " + PHRASES.getOrDefault(status, "")).strip();
    }

    /** The value of a header; empty when it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
