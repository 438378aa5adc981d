package io.fluxj.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A real control plane, started from the folder that {@code KUBEBUILDER_ASSETS} names.
 *
 * @param stop ends it, unless it is the build's
 */
record RealServer(Path kubeconfig, KubernetesClient client, Runnable stop) implements KubeServer {
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

    /** The one of the build; outside of a build one of its own. */
    static RealServer start() {
        return SharedControlPlane.ofThisBuild()
                .map(shared -> of(shared.kubeconfig(programs()), () -> {}))
                .orElseGet(RealServer::ofThisJvm);
    }

    private static RealServer ofThisJvm() {
        ControlPlane controlPlane = ControlPlane.start(programs());
        return of(controlPlane.kubeconfig(), controlPlane::close);
    }

    private static RealServer of(Path kubeconfig, Runnable stop) {
        return new RealServer(kubeconfig, Kubeconfigs.client(kubeconfig), stop);
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
    public boolean hasControllers() {
        return ControlPlane.hasControllers(programs());
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }
}
