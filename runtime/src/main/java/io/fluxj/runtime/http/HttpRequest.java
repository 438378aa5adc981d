package io.fluxj.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param target path and query as they were sent
 * @param path decoded, neither normalized nor checked
 * @param headers by name in lower case
 * @param from the other end of the connection, which may be a proxy
 * @param secure whether it came over TLS
 */
public record HttpRequest(
        String method,
        String target,
        String path,
        Map<String, List<String>> headers,
        InetAddress from,
        boolean secure,
        Body body) {

    /** Bytes that come with a request. They are read when they are asked for, so that what is refused for its head costs no more. */
    @FunctionalInterface
    public interface Body {
        /**
         * All of them, as they came.
         *
         * @throws BodyRefused when there are too many, or they come too slowly
         */
        byte[] read() throws IOException;
    }

    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The path as it was sent. */
    public String rawPath() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
