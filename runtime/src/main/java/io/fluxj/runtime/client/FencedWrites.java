package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;

/** Asks a fence before each request that is no reading one, retries included. */
final class FencedWrites implements Interceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final WriteFence fence;

    FencedWrites(WriteFence fence) {
        this.fence = fence;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!READING.contains(request.method())) {
            fence.requireOpen();
        }
    }
}
