package io.fluxj.kube.http;

/** Answers requests; called from many threads. */
@FunctionalInterface
public interface HttpHandler {
    /** The answer to one request. */
    HttpResponse handle(HttpRequest request);

    /** The answer to a request that could not be read, such as a body over the limit. */
    default HttpResponse refuse(int status, String message) {
        return new HttpResponse.Content(
                status,
                java.util.Map.of("Content-Type", "text/plain; charset=utf-8"),
                message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
