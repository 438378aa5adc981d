package io.fluxj.bench.notification;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.notification.NotificationController;
import io.fluxj.notification.NotificationOptions;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
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
        try (EmbeddedKube kube = EmbeddedKube.start();
                KubernetesClient client = KubernetesClients.of(Config.fromKubeconfig(kube.kubeconfig()))) {
            try (KubernetesClient knowing = new KubernetesClientBuilder()
                    .withConfig(Config.fromKubeconfig(kube.kubeconfig()))
                    .build()) {
                prepare(knowing);
            }
            int port = freePort();
            try (RunningController controller = controller(client, port)) {
                controller.working().get(60, TimeUnit.SECONDS);
                measure(URI.create("http://127.0.0.1:" + port + awaitPath(client)), calls);
            }
        }
        System.exit(0);
    }

    private static void prepare(KubernetesClient client) throws IOException {
        for (String crd :
                new String[] {"notification.toolkit.fluxcd.io_receivers", "source.toolkit.fluxcd.io_gitrepositories"}) {
            try (InputStream yaml = WebhookLatency.class.getResourceAsStream("/io/fluxj/crds/" + crd + ".yaml")) {
                var definition =
                        client.apiextensions().v1().customResourceDefinitions().load(yaml);
                definition.serverSideApply();
                definition.waitUntilCondition(WebhookLatency::isServed, 60, TimeUnit.SECONDS);
            }
        }
        client.load(WebhookLatency.class.getResourceAsStream("/webhook-latency.yaml"))
                .serverSideApply();
    }

    private static boolean isServed(CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(mark -> mark.getType().equals("Established")
                                && mark.getStatus().equals("True"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static RunningController controller(KubernetesClient client, int port) throws Exception {
        NotificationController definition = new NotificationController();
        NotificationOptions options = ControllerProgram.parse(
                definition,
                "--metrics-addr=0",
                "--health-addr=0",
                "--events-addr=127.0.0.1:0",
                "--receiverAddr=127.0.0.1:" + port);
        return ControllerProgram.start(definition, options, client, Map.of());
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
