package io.fluxj.cli.build;

import io.fluxj.cli.frame.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is built, and how. */
final class BuildFlags {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The Kustomization.")
    private String name = "";

    @Option(names = "--path", paramLabel = "FOLDER", description = "The folder that is built.")
    private String path = "";

    @Option(
            names = "--kustomization-file",
            paramLabel = "FILE",
            description = "The Kustomization's manifest; else that of the cluster.")
    private String file = "";

    @Option(names = "--ignore-paths", split = ",", paramLabel = "PATTERNS", description = "Leave these files out.")
    private List<String> ignored = List.of();

    @Option(names = "--strict-substitute", description = "A variable without a value is an error.")
    private boolean strict;

    @Option(
            names = {"-r", "--recursive"},
            description = "Build the Kustomizations that come out of it, too, from --local-sources.")
    private boolean recursive;

    @Option(
            names = "--local-sources",
            split = ",",
            paramLabel = "KIND/NAMESPACE/NAME=FOLDER",
            description = "Where the sources of these lie on this machine.")
    private List<String> localSources = List.of();

    @Option(names = "--in-memory-build", description = "Accepted as flux does; nothing is ever written to the folder.")
    void setInMemory(boolean ignored) {}

    String name() {
        if (name.isEmpty()) {
            throw new CommandFailure("kustomization name is required");
        }
        return name;
    }

    Path folder() {
        if (path.isEmpty() || !Files.isDirectory(Path.of(path))) {
            throw new CommandFailure("invalid resource path \"" + path + "\": name a folder that is there by --path");
        }
        return Path.of(path);
    }

    String file() {
        return file;
    }

    List<String> ignored() {
        return ignored;
    }

    boolean strict() {
        return strict;
    }

    boolean recursive() {
        return recursive;
    }

    Map<String, Path> localSources() {
        if (recursive && localSources.isEmpty()) {
            throw new CommandFailure("--recursive needs --local-sources");
        }
        Map<String, Path> all = new TreeMap<>();
        for (String source : localSources) {
            int equal = source.indexOf('=');
            if (equal < 1 || source.substring(0, equal).split("/").length != 3) {
                throw new CommandFailure("--local-sources: '" + source + "' must be KIND/NAMESPACE/NAME=FOLDER");
            }
            all.put(source.substring(0, equal), Path.of(source.substring(equal + 1)));
        }
        return all;
    }
}
