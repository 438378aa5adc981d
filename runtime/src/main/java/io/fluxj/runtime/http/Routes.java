package io.fluxj.runtime.http;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Finds who answers by the path, as Go's ServeMux does: a pattern that ends with a slash stands for all paths below it, the longest wins, any other stands
 * for itself; where none fits, 404. A path with empty, {@code .} or {@code ..} elements, or without the slash at the end of a pattern, is sent to the one
 * that is meant.
 */
public final class Routes implements HttpHandler {
    private static final int NOT_FOUND = 404;
    private static final int TEMPORARY_REDIRECT = 307;

    private final Map<String, HttpHandler> handlers;

    public Routes(Map<String, HttpHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws IOException {
        String meant = meant(request.rawPath());
        if (!meant.equals(request.rawPath())) {
            return HttpAnswer.empty(TEMPORARY_REDIRECT)
                    .with(
                            "Location",
                            meant + request.target().substring(request.rawPath().length()));
        }
        Optional<HttpHandler> found = Optional.ofNullable(handlers.get(request.path()))
                .or(() -> handlers.keySet().stream()
                        .filter(pattern ->
                                pattern.endsWith("/") && request.path().startsWith(pattern))
                        .max(Comparator.comparingInt(String::length))
                        .map(handlers::get));
        return found.isPresent() ? found.get().answer(request) : notFound();
    }

    private String meant(String path) {
        String clean = clean(path);
        return handlers.containsKey(clean) || !handlers.containsKey(clean + "/") ? clean : clean + "/";
    }

    /** As it was sent, so that an escaped dot is none. */
    private static String clean(String path) {
        if (!path.startsWith("/")) {
            return path;
        }
        Deque<String> elements = new ArrayDeque<>();
        for (String element : path.split("/", -1)) {
            if (element.equals("..")) {
                elements.pollLast();
            } else if (!element.isEmpty() && !element.equals(".")) {
                elements.addLast(element);
            }
        }
        String joined = "/" + String.join("/", elements);
        return path.endsWith("/") && !elements.isEmpty() ? joined + "/" : joined;
    }

    /** What Go answers where nothing is. */
    public static HttpAnswer notFound() {
        return HttpAnswer.text(NOT_FOUND, "404 page not found\n").with("X-Content-Type-Options", "nosniff");
    }
}
