package io.fluxj.apply;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Records what a client sends. */
public final class Requests implements Interceptor {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> meanwhile = line -> {};
    private volatile Predicate<String> lost = line -> false;

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String line = line(request);
        sent.add(line);
        meanwhile.accept(line);
    }

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        return lost.test(line(request))
                ? (bytes, body) -> {
                    throw new IllegalStateException("the answer was lost");
                }
                : consumer;
    }

    private static String line(HttpRequest request) {
        String query = request.uri().getQuery();
        return request.method() + " " + request.uri().getPath() + (query == null ? "" : "?" + query);
    }

    /** Lets the server carry out these, and nobody hear of it. */
    public void loseAnswers(Predicate<String> lines) {
        lost = lines;
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
