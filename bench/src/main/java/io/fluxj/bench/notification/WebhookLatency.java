package io.fluxj.bench.notification;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code CALLS}: sends signed webhooks one after another to a controller on the embedded API, and prints how long each took until the object had its
 * annotation, which is when the call is answered.
 */
public final class WebhookLatency {
    private static final String BODY = "{\"ref\":\"refs/heads/main\",\"env\":\"prod\"}";
    private static final int WARM_UP = 200;
    private static final int PER_SECOND = 40;

    private WebhookLatency() {}

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        int calls = Integer.parseInt(arguments[0]);
        try (ControllerUnderTest tested = ControllerUnderTest.start(objects())) {
            measure(URI.create("http://127.0.0.1:" + tested.hooks() + awaitPath(tested.client())), calls);
        }
        System.exit(0);
    }

    private static String objects() throws IOException {
        try (InputStream yaml = WebhookLatency.class.getResourceAsStream("/webhook-latency.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String awaitPath(KubernetesClient client) {
        GenericKubernetesResource ready = client.genericKubernetesResources(
                        "notification.toolkit.fluxcd.io/v1", "Receiver")
                .inNamespace("default")
                .withName("hook")
                .waitUntilCondition(
                        found -> found != null && found.get("status", "webhookPath") != null, 60, TimeUnit.SECONDS);
        return ready.get("status", "webhookPath");
    }

    private static void measure(URI hook, int calls) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json")
                .header("X-Signature", "sha256=" + signature())
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        long[] nanos = new long[calls];
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = -WARM_UP; i < calls; i++) {
                long begin = System.nanoTime();
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - begin;
                }
                if (status != 200) {
                    throw new IllegalStateException("call " + i + " was answered with " + status);
                }
                TimeUnit.MILLISECONDS.sleep(1_000 / PER_SECOND);
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%d calls: median %.1f ms, p99 %.1f ms%n",
                calls, nanos[calls / 2] / 1e6, nanos[calls * 99 / 100] / 1e6);
    }

    private static String signature() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("bench".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(BODY.getBytes(StandardCharsets.UTF_8)));
    }
}
