package io.fluxj.cli.artifact;

import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.FolderRemoval;
import io.fluxj.archive.TarGz;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.http.HttpRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff artifact}: whether a folder is what an artifact holds. */
@Command(
        name = "artifact",
        description =
                "Compare a folder with an OCI artifact: names the files that differ, and ends with 1 when there are any.")
public final class DiffCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final RegistryFlags registry = new RegistryFlags();

    @Mixin
    private final PackingFlags packing = new PackingFlags();

    @Parameters(index = "0", paramLabel = "URL", description = "oci://HOST/PATH:TAG")
    private String url = "";

    @Option(names = "--path", paramLabel = "PATH", description = "The folder or file that is compared.")
    private String path = "";

    /** For one call. */
    public DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, RegistryException, InterruptedException {
        Reference reference = ArtifactUrl.reference(url);
        if (path.isBlank()) {
            throw new CommandFailure("invalid path '': name a folder or a file by --path");
        }
        Path work = Files.createTempDirectory("fluxj-diff-");
        try (HttpRegistry opened = registry.open(session, reference.repository())) {
            Path remote = Files.createDirectories(work.resolve("remote"));
            Path local = Files.createDirectories(work.resolve("local"));
            var _ = PulledArtifact.into(opened, reference, work, remote);
            unpackedLocally(work, local);
            return told(FolderComparison.of(remote, local));
        } finally {
            FolderRemoval.remove(work);
        }
    }

    /** What would be pushed, so that what is left out does not count. */
    private void unpackedLocally(Path work, Path target) throws IOException {
        Path packed = work.resolve("local.tgz");
        var _ = packing.of().pack(Path.of(path), packed);
        try (InputStream in = Files.newInputStream(packed)) {
            TarGz.extract(in, target, ExtractionLimits.DEFAULT);
        }
    }

    private int told(FolderComparison comparison) {
        if (comparison.isEmpty()) {
            session.terminal().success("no changes detected");
            return 0;
        }
        comparison.lines().forEach(session.terminal().out()::println);
        throw new CommandFailure("the remote artifact contents differs from the local one");
    }
}
