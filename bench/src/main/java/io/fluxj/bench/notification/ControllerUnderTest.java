package io.fluxj.bench.notification;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.notification.NotificationController;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A controller on an embedded API with some objects.
 *
 * @param client a client of the controller's kind
 * @param events port of the endpoint for events
 * @param hooks port of the endpoint for webhooks
 */
record ControllerUnderTest(
        EmbeddedKube kube, KubernetesClient client, RunningController controller, int events, int hooks)
        implements AutoCloseable {
    private static final List<String> KINDS = List.of(
            "notification.toolkit.fluxcd.io_alerts",
            "notification.toolkit.fluxcd.io_providers",
            "notification.toolkit.fluxcd.io_receivers",
            "source.toolkit.fluxcd.io_gitrepositories");

    /**
     * Starts one.
     *
     * @param objects in YAML
     */
    static ControllerUnderTest start(String objects) throws Exception {
        EmbeddedKube kube = EmbeddedKube.start();
        Config config = Config.fromKubeconfig(kube.kubeconfig());
        try (KubernetesClient knowing =
                new KubernetesClientBuilder().withConfig(config).build()) {
            prepare(knowing, objects);
        }
        int events = freePort();
        int hooks = freePort();
        NotificationController definition = new NotificationController();
        KubernetesClient client = KubernetesClients.of(config);
        RunningController controller = ControllerProgram.start(
                definition,
                ControllerProgram.parse(
                        definition,
                        "--metrics-addr=0",
                        "--health-addr=0",
                        "--events-addr=127.0.0.1:" + events,
                        "--receiverAddr=127.0.0.1:" + hooks),
                client,
                Map.of());
        controller.working().get(60, TimeUnit.SECONDS);
        return new ControllerUnderTest(kube, client, controller, events, hooks);
    }

    private static void prepare(KubernetesClient client, String objects) throws IOException {
        for (String kind : KINDS) {
            try (InputStream yaml = ControllerUnderTest.class.getResourceAsStream("/io/fluxj/crds/" + kind + ".yaml")) {
                var definition =
                        client.apiextensions().v1().customResourceDefinitions().load(yaml);
                definition.serverSideApply();
                definition.waitUntilCondition(ControllerUnderTest::isServed, 60, TimeUnit.SECONDS);
            }
        }
        client.load(new ByteArrayInputStream(objects.getBytes(StandardCharsets.UTF_8)))
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

    @Override
    public void close() {
        controller.close();
        client.close();
        kube.close();
    }
}
