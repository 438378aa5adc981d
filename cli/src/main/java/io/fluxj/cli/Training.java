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
 * What the virtual machine is to remember of a start, run once after each build: the classes of the commands that need no cluster. Those of the cluster's
 * client are left out, for whatever is remembered is loaded at each start, whether it is needed or not.
 */
public final class Training {
    private Training() {}

    /** Runs those commands. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("fluxj-training");
        Path object = folder.resolve("configmap.yaml");
        Path kustomization = folder.resolve("kustomization.yaml");
        try {
            Files.writeString(
                    object, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: trained\ndata:\n  key: value\n");
            Files.writeString(kustomization, "resources:\n- configmap.yaml\n");
            run(folder);
        } finally {
            Files.deleteIfExists(object);
            Files.deleteIfExists(kustomization);
            Files.delete(folder);
        }
    }

    private static void run(Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false);
        Fluxj.run(terminal, Map.of(), "--version");
        Fluxj.run(terminal, Map.of(), "get", "kustomizations", "--help");
        Fluxj.run(terminal, Map.of(), "kustomize", "build", folder.toString());
    }
}
