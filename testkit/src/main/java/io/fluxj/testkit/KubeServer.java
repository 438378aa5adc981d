package io.fluxj.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A running Kubernetes API, shared by the tests of one JVM. */
sealed interface KubeServer extends AutoCloseable permits EmbeddedServer, RealServer {
    Duration NAMESPACE_WITHIN = Duration.ofMinutes(3);

    KubeTarget target();

    KubernetesClient client();

    Path kubeconfig();

    /** Whether the controllers run that give a new namespace its default service account. */
    boolean hasControllers();

    /** Waits for what a new namespace gets by itself, so that tests start from the same state. */
    default void awaitNamespace(String namespace) {
        if (hasControllers()) {
            Awaitility.await("default service account of " + namespace)
                    .pollDelay(Duration.ZERO)
                    .atMost(NAMESPACE_WITHIN)
                    .until(() -> client().serviceAccounts()
                                    .inNamespace(namespace)
                                    .withName("default")
                                    .get()
                            != null);
        }
    }

    @Override
    void close();
}
