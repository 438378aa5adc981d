package io.fluxj.sandbox;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.kube.EmbeddedKube;
import io.fluxj.runtime.client.KubernetesClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The cluster that the sandbox works on: the embedded one, or the one of a kubeconfig. */
final class SandboxCluster implements AutoCloseable {

    private final Path kubeconfig;
    private final Config config;
    private final @Nullable EmbeddedKube embedded;

    private SandboxCluster(Path kubeconfig, Config config, @Nullable EmbeddedKube embedded) {
        this.kubeconfig = kubeconfig;
        this.config = config;
        this.embedded = embedded;
    }

    /**
     * @throws SandboxException if the cluster of the kubeconfig cannot be reached
     * @throws IOException if a file cannot be read or written
     */
    static SandboxCluster open(SandboxOptions options) throws IOException, SandboxException {
        var own = options.kubeconfig();
        return own.isPresent() ? existing(own.get()) : embedded(options);
    }

    private static SandboxCluster embedded(SandboxOptions options) throws IOException, SandboxException {
        var embedded = options.once ? emptyCluster() : keptCluster(options.home());
        var file = options.home().resolve("kubeconfig");
        Files.createDirectories(options.home());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, embedded.kubeconfig());
        return new SandboxCluster(file, Config.fromKubeconfig(embedded.kubeconfig()), embedded);
    }

    /** What was Ready in an earlier run must not count: this one tells whether the repository becomes Ready. */
    private static EmbeddedKube emptyCluster() {
        return EmbeddedKube.builder().readyWorkloads(true).start();
    }

    private static EmbeddedKube keptCluster(Path home) throws IOException, SandboxException {
        var folder = home.resolve("cluster");
        try {
            return EmbeddedKube.builder()
                    .readyWorkloads(true)
                    .storage(folder)
                    .port(KeptPort.in(home.resolve("ports/kubernetes")))
                    .start();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new SandboxException("the cluster kept in " + folder + " cannot be used: " + e.getMessage()
                    + "; stop the other sandbox, or remove that folder to begin with an empty cluster");
        }
    }

    private static SandboxCluster existing(Path kubeconfig) throws SandboxException {
        if (!Files.isReadable(kubeconfig)) {
            throw new SandboxException("--kubeconfig " + kubeconfig + " cannot be read");
        }
        var cluster = new SandboxCluster(kubeconfig.toAbsolutePath(), Config.fromKubeconfig(kubeconfig.toFile()), null);
        try (var client = cluster.newClient()) {
            client.getKubernetesVersion();
            return cluster;
        } catch (KubernetesClientException e) {
            throw new SandboxException("the cluster of --kubeconfig " + kubeconfig + " ("
                    + cluster.config.getMasterUrl() + ") does not answer: " + e.getMessage());
        }
    }

    /** {@return a client of its own, for the caller to close} */
    KubernetesClient newClient() {
        return KubernetesClients.of(config);
    }

    /** {@return the kubeconfig for the user's kubectl} */
    Path kubeconfig() {
        return kubeconfig;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
