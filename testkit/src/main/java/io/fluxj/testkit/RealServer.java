package io.fluxj.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A real control plane, started from the folder that {@code KUBEBUILDER_ASSETS} names. */
record RealServer(ControlPlane controlPlane, KubernetesClient client) implements KubeServer {
    private static final String ASSETS = "KUBEBUILDER_ASSETS";

    static boolean available() {
        return assets() != null;
    }

    /** The folder that holds the programs. */
    static Path programs() {
        String assets = assets();
        if (assets == null) {
            throw new IllegalStateException(ASSETS + " is not set");
        }
        return Path.of(assets);
    }

    static RealServer start() {
        ControlPlane controlPlane = ControlPlane.start(programs());
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
    public boolean hasControllers() {
        return controlPlane.hasControllers();
    }

    @Override
    public void close() {
        client.close();
        controlPlane.close();
    }
}
