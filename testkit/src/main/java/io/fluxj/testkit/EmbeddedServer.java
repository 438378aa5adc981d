package io.fluxj.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.kube.EmbeddedKube;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded API of {@code libs/embedded-kube}. */
record EmbeddedServer(EmbeddedKube kube, KubernetesClient client, Path kubeconfig) implements KubeServer {

    static EmbeddedServer start() {
        EmbeddedKube kube = EmbeddedKube.builder().workloads(true).start();
        try {
            Path kubeconfig = Files.createTempFile("embedded-kube", ".kubeconfig");
            Files.writeString(kubeconfig, kube.kubeconfig());
            return new EmbeddedServer(kube, Kubeconfigs.client(kubeconfig), kubeconfig);
        } catch (IOException e) {
            kube.close();
            throw new UncheckedIOException("cannot write a kubeconfig", e);
        }
    }

    @Override
    public KubeTarget target() {
        return KubeTarget.EMBEDDED;
    }

    @Override
    public boolean hasControllers() {
        return true;
    }

    @Override
    public void close() {
        client.close();
        kube.close();
        DeleteFolder.quietly(kubeconfig);
    }
}
