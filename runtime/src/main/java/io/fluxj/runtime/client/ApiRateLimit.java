package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * {@code --kube-api-qps} and {@code --kube-api-burst}, until an answer shows that the server itself orders requests by API Priority and Fairness.
 * Source: flags-endpoints §1.
 */
final class ApiRateLimit implements Interceptor {
    private static final String FAIRNESS = "X-Kubernetes-PF-FlowSchema-UID";

    private final TokenBucket bucket;
    private volatile boolean serverLimits;

    ApiRateLimit(TokenBucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!serverLimits) {
            bucket.take();
        }
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        if (!serverLimits && !response.headers(FAIRNESS).isEmpty()) {
            serverLimits = true;
        }
    }
}
