package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fluxj.runtime.metrics.ControllerMetrics;
import java.nio.ByteBuffer;
import java.util.List;

/** Counts requests to the API as {@code rest_client_requests_total}. */
final class ApiRequestMeter implements Interceptor {
    private final ControllerMetrics metrics;

    ApiRequestMeter(ControllerMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        metrics.requested(String.valueOf(response.code()), request.method(), host(request));
    }

    @Override
    public void afterConnectionFailure(HttpRequest request, Throwable failure) {
        metrics.requested("<error>", request.method(), host(request));
    }

    private static String host(HttpRequest request) {
        return request.uri().getAuthority();
    }
}
