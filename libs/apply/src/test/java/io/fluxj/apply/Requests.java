package io.fluxj.apply;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Records what a client sends. */
public final class Requests implements Interceptor {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> meanwhile = line -> {};

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String query = request.uri().getQuery();
        String line = request.method() + " " + request.uri().getPath() + (query == null ? "" : "?" + query);
        sent.add(line);
        meanwhile.accept(line);
    }

    /** Everything sent since the last {@link #clear}, discovery left out. */
    public List<String> sent() {
        return sent.stream()
                .filter(line -> !line.matches("GET /(api|apis/[^/]+)/[^/?]+"))
                .toList();
    }

    /** Does something just before each request is sent. */
    public void meanwhile(Consumer<String> action) {
        meanwhile = action;
    }

    public void clear() {
        sent.clear();
    }
}
