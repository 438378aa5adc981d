package io.fluxj.apply.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests over the HTTP client of a fabric8 client (its TLS, its credentials), without that client's typed models
 * and without its retries: those repeat every answer 500, which server-side apply gives for a wrong field.
 */
final class Transport {
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Set<Integer> BUSY = Set.of(429, 503, 504);

    private final HttpClient http;
    private final String base;

    private Transport(HttpClient http, String base) {
        this.http = http;
        this.base = base;
    }

    /**
     * @param user whom to act as, empty for the client's own identity
     */
    static Transport of(KubernetesClient client, String user) {
        RequestConfigBuilder config =
                new RequestConfigBuilder(client.getConfiguration().getRequestConfig()).withRequestRetryBackoffLimit(0);
        if (!user.isEmpty()) {
            config.withImpersonateUsername(user);
        }
        HttpClient http =
                client.getHttpClient().newBuilder().tag(config.build()).build();
        return new Transport(http, client.getMasterUrl().toString().replaceAll("/+$", ""));
    }

    HttpClient http() {
        return http;
    }

    /** The answer as a tree. */
    JsonNode send(Call call) {
        return Json.read(sendForBytes(call));
    }

    /** The answer as it came. */
    byte[] sendForBytes(Call call) {
        long lastBegin = System.nanoTime() + TIMEOUT.toNanos();
        boolean unheard = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(call);
            } catch (ApiException e) {
                if (attempt == ATTEMPTS || !worthAnotherTry(e) || System.nanoTime() > lastBegin) {
                    throw unheard ? e.toSecondSending() : e;
                }
                unheard |= e.unanswered();
                pause(attempt);
            }
        }
    }

    /** Scheme, host, port and path under which the API is served. */
    String base() {
        return base;
    }

    URI uri(Call call) {
        return URI.create(base + call.path());
    }

    HttpRequest request(Call call, boolean streaming) {
        HttpRequest.Builder request =
                http.newHttpRequestBuilder().uri(uri(call)).header("Accept", call.accept());
        if (streaming) {
            request.forStreaming();
        } else {
            request.timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (!call.method().equals("GET")) {
            request.method(call.method(), call.contentType(), call.body());
        }
        return request.build();
    }

    static ApiException failure(int code, byte[] body) {
        try {
            return ApiException.of(code, Json.MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return new ApiException(code, "", "HTTP " + code, e);
        } catch (IOException e) {
            throw new ApiException(code, "", "HTTP " + code, e);
        }
    }

    private byte[] once(Call call) {
        HttpResponse<byte[]> answer = await(http.sendAsync(request(call, false), byte[].class));
        if (!answer.isSuccessful()) {
            throw failure(answer.code(), answer.body());
        }
        return answer.body();
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiException(0, "", "interrupted while waiting for the API server", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ApiException(0, "", "no answer from the API server: " + cause.getMessage(), cause);
        }
    }

    private static boolean worthAnotherTry(ApiException e) {
        return BUSY.contains(e.code()) || (e.code() == 0 && e.getCause() instanceof IOException);
    }

    private static void pause(int attempt) {
        long bound = FIRST_PAUSE.toMillis() << attempt;
        try {
            Thread.sleep(bound / 2 + ThreadLocalRandom.current().nextLong(bound / 2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(0, "", "interrupted while waiting for the API server", e);
        }
    }
}
