package io.fluxj.testkit;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;

/** Clients made from kubeconfig files. */
final class Kubeconfigs {
    /** On a machine with other work an answer may take long; that is no failure of what is tested. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Kubeconfigs() {}

    static KubernetesClient client(Path kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        // Tests see an error at once instead of after ten tries.
        config.setRequestRetryBackoffLimit(0);
        config.setRequestTimeout((int) PATIENCE.toMillis());
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    static boolean isReady(KubernetesClient client) {
        try {
            return "ok".equals(client.raw("/readyz"));
        } catch (KubernetesClientException e) {
            return false;
        }
    }
}
