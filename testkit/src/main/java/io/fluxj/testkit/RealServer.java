package io.fluxj.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A real control plane, started from the folder that {@code KUBEBUILDER_ASSETS} names. */
record RealServer(ControlPlane controlPlane, KubernetesClient client) implements KubeServer {
    private static final String ASSETS = "KUBEBUILDER_ASSETS";
    private static final Duration NAMESPACE_WITHIN = Duration.ofSeconds(30);

    static boolean available() {
        return assets() != null;
    }

    static RealServer start() {
        String assets = assets();
        if (assets == null) {
            throw new IllegalStateException(ASSETS + " is not set");
        }
        ControlPlane controlPlane = ControlPlane.start(Path.of(assets));
        return new RealServer(controlPlane, Kubeconfigs.client(controlPlane.kubeconfig()));
    }

    private static @Nullable String assets() {
        String value = System.getenv(ASSETS);
        return value == null || value.isBlank() ? null : value;
    }

    @Override
    public KubeTarget target() {
        return KubeTarget.KUBE_APISERVER;
    }

    @Override
    public Path kubeconfig() {
        return controlPlane.kubeconfig();
    }

    @Override
    public void awaitNamespace(String namespace) {
        if (!controlPlane.hasControllers()) {
            return;
        }
        Awaitility.await("default service account")
                .atMost(NAMESPACE_WITHIN)
                .until(() -> client.serviceAccounts()
                                .inNamespace(namespace)
                                .withName("default")
                                .get()
                        != null);
    }

    @Override
    public void close() {
        client.close();
        controlPlane.close();
    }
}
