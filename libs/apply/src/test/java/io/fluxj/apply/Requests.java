package io.fluxj.apply;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records what a client sends. */
public final class Requests implements Interceptor {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String query = request.uri().getQuery();
        sent.add(request.method() + " " + request.uri().getPath() + (query == null ? "" : "?" + query));
    }

    /** Everything sent since the last {@link #clear}, discovery left out. */
    public List<String> sent() {
        return sent.stream()
                .filter(line -> !line.matches("GET /(api|apis/[^/]+)/[^/?]+"))
                .toList();
    }

    public void clear() {
        sent.clear();
    }
}
