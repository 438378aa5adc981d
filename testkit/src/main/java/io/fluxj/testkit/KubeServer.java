package io.fluxj.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;

/** A running Kubernetes API, shared by the tests of one JVM. */
sealed interface KubeServer extends AutoCloseable permits RealServer {
    KubeTarget target();

    KubernetesClient client();

    Path kubeconfig();

    /** Waits for what a new namespace gets by itself, so that tests start from the same state. */
    void awaitNamespace(String namespace);

    @Override
    void close();
}
