package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.BodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.ByteArrayBodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.StringBodyContent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a fence twice for each request that is no reading one, retries included: before anything is done for it, and again when its body goes into
 * the connection, for until then much time can pass: a connection has to be made, or the server asks for a fresh token first.
 */
final class FencedWrites implements Interceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final WriteFence fence;

    FencedWrites(WriteFence fence) {
        this.fence = fence;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (READING.contains(request.method())) {
            return;
        }
        fence.requireOpen();
        if (builder instanceof HttpRequest.Builder sent && request instanceof StandardHttpRequest written) {
            bytes(written.body())
                    .ifPresent(body -> sent.method(
                            written.method(), written.getContentType(), new FencedBody(body, fence), body.length));
        }
    }

    /** Nothing of ours writes from a stream. */
    private static Optional<byte[]> bytes(@Nullable BodyContent body) {
        return switch (body) {
            case StringBodyContent text -> Optional.of(text.getContent().getBytes(StandardCharsets.UTF_8));
            case ByteArrayBodyContent bytes -> Optional.of(bytes.getContent());
            case null, default -> Optional.empty();
        };
    }
}
