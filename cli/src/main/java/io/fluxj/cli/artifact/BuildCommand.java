package io.fluxj.cli.artifact;

import io.fluxj.archive.FolderRemoval;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code build artifact}: what {@code push artifact} would push, as a file. */
@Command(
        name = "artifact",
        description = "Pack a folder as push artifact does, into a file; equal files give equal bytes.")
public final class BuildCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final PackingFlags packing = new PackingFlags();

    @Option(
            names = {"-p", "--path"},
            paramLabel = "PATH",
            description = "The folder or file that is packed; - for manifests from standard input.")
    private String path = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file that is written. Default: artifact.tgz.")
    private Path output = Path.of("artifact.tgz");

    /** For one call. */
    public BuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (path.isBlank()) {
            throw new CommandFailure("invalid path '': name a folder or a file by --path");
        }
        session.terminal().action("building artifact from %s".formatted(path));
        Path work = Files.createTempDirectory("fluxj-build-");
        try {
            Path source = Path.of(path);
            if (path.equals("-")) {
                source = Files.createDirectories(work.resolve("stdin"));
                Files.copy(session.terminal().in(), source.resolve("manifests.yaml"));
            }
            Path packed = work.resolve("artifact.tgz");
            var _ = packing.of().pack(source, packed);
            Files.move(packed, output, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FolderRemoval.remove(work);
        }
        session.terminal().success("artifact created at %s".formatted(output));
        return 0;
    }
}
