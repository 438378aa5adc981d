package io.fluxj.runtime.http;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Finds who answers by the path, as Go's ServeMux does: a pattern that ends with a slash stands for all paths below it, the longest wins, any other stands
 * for itself; where none fits, 404.
 */
public final class Routes implements HttpHandler {
    private static final int NOT_FOUND = 404;

    private final Map<String, HttpHandler> handlers;

    public Routes(Map<String, HttpHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws IOException {
        Optional<HttpHandler> found = Optional.ofNullable(handlers.get(request.path()))
                .or(() -> handlers.keySet().stream()
                        .filter(pattern ->
                                pattern.endsWith("/") && request.path().startsWith(pattern))
                        .max(Comparator.comparingInt(String::length))
                        .map(handlers::get));
        return found.isPresent() ? found.get().answer(request) : notFound();
    }

    /** What Go answers where nothing is. */
    public static HttpAnswer notFound() {
        return HttpAnswer.text(NOT_FOUND, "404 page not found\n");
    }
}
