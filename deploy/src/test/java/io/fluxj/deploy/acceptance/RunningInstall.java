package io.fluxj.deploy.acceptance;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * All Deployments of an installation, running.
 *
 * @param whereabouts of what they serve
 */
record RunningInstall(Whereabouts whereabouts, List<PodProcess> pods) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Starts them and waits until all are ready.
     *
     * @param administrator of the API where the installation was applied
     */
    static RunningInstall start(InstallObjects install, KubernetesClient administrator, Path folder)
            throws IOException {
        RunningInstall running = new RunningInstall(Whereabouts.of(install, folder), new ArrayList<>());
        try {
            for (Deployment deployment : install.deployments()) {
                Account account = Account.of(deployment, administrator);
                account.fill(deployment, running.whereabouts);
                running.pods.add(
                        PodProcess.start(deployment, running.whereabouts, account.kubeconfig(running.whereabouts)));
            }
            running.pods.forEach(pod ->
                    Awaitility.await(pod.name() + " is ready").atMost(PATIENCE).until(pod::isReady));
            return running;
        } catch (IOException | RuntimeException | Error failed) {
            running.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        pods.forEach(PodProcess::close);
    }
}
