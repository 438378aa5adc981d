package io.fluxj.cli;

import io.fluxj.cli.frame.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the virtual machine is to remember of a start, run once after each build: the classes of the commands that are called most. Nothing here reaches a
 * cluster; a kubeconfig that names a closed port loads the client nonetheless.
 */
public final class Training {
    private Training() {}

    /** Runs those commands. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("fluxj-training");
        try {
            run(folder);
        } finally {
            for (String file : new String[] {"configmap.yaml", "kustomization.yaml", "kubeconfig"}) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private static void run(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("configmap.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: trained\ndata:\n  key: value\n");
        Files.writeString(folder.resolve("kustomization.yaml"), "resources:\n- configmap.yaml\n");
        Path kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                clusters:
                - name: closed
                  cluster: {server: "http://127.0.0.1:9"}
                contexts:
                - name: closed
                  context: {cluster: closed, user: nobody}
                users:
                - name: nobody
                  user: {}
                current-context: closed
                """);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false);
        Map<String, String> environment = Map.of("KUBECONFIG", kubeconfig.toString());
        Fluxj.run(terminal, environment, "--version");
        Fluxj.run(terminal, environment, "--help");
        Fluxj.run(terminal, environment, "get", "kustomizations");
        Fluxj.run(terminal, environment, "kustomize", "build", folder.toString());
    }
}
