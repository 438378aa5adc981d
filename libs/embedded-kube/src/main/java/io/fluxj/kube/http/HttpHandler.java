package io.fluxj.kube.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers requests; called from many threads. */
@FunctionalInterface
public interface HttpHandler {
    /** The answer to one request. */
    HttpResponse handle(HttpRequest request);

    /** The answer to a request that could not be read, such as a body over the limit. */
    default HttpResponse.Content refuse(int status, String message) {
        return new HttpResponse.Content(
                status,
                Map.of("Content-Type", List.of("text/plain; charset=utf-8")),
                message.getBytes(StandardCharsets.UTF_8));
    }
}
