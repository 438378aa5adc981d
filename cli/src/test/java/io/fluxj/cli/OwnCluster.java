package io.fluxj.cli;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.kube.EmbeddedKube;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A cluster of one test alone, for what changes all of a cluster; Pods run at once. */
public record OwnCluster(EmbeddedKube kube, KubernetesClient client, Path kubeconfig) implements AutoCloseable {

    /** Starts one. */
    public static OwnCluster start(Path folder) throws IOException {
        EmbeddedKube kube = EmbeddedKube.builder().workloads(true).start();
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig());
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                .build();
        client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName("node")
                        .addToLabels("kubernetes.io/os", "linux")
                        .endMetadata()
                        .build())
                .create();
        return new OwnCluster(kube, client, kubeconfig);
    }

    /** Runs a command against it. */
    public CommandRun run(String... words) {
        return run(Map.of(), "", words);
    }

    /** Runs a command against it, with more variables and with this input. */
    public CommandRun run(Map<String, String> variables, String typed, String... words) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("KUBECONFIG", kubeconfig.toString());
        return CommandRun.run(environment, typed, words);
    }

    @Override
    public void close() {
        client.close();
        kube.close();
    }
}
