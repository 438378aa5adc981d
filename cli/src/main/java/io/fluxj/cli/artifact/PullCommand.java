package io.fluxj.cli.artifact;

import io.fluxj.archive.FolderRemoval;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.http.HttpRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pull artifact}: an artifact's files come into a folder. */
@Command(name = "artifact", description = "Pull an OCI artifact and unpack it into a folder.")
final class PullCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final RegistryFlags registry = new RegistryFlags();

    @Parameters(index = "0", paramLabel = "URL", description = "oci://HOST/PATH:TAG or oci://HOST/PATH@DIGEST")
    private String url = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "The folder that the files come into; it must be there.")
    private String output = "";

    PullCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, RegistryException, InterruptedException {
        Reference reference = ArtifactUrl.reference(url);
        if (output.isBlank() || !Files.isDirectory(Path.of(output))) {
            throw new CommandFailure("invalid output path '" + output + "': name a folder that is there by --output");
        }
        session.terminal().action("pulling artifact from %s".formatted(reference));
        Path work = Files.createTempDirectory("fluxj-pull-");
        try (HttpRegistry opened = registry.open(session, reference.repository())) {
            Manifest.Image image = PulledArtifact.into(opened, reference, work, Path.of(output));
            tell("source", image.annotations().getOrDefault(ArtifactManifest.SOURCE, ""));
            tell("revision", image.annotations().getOrDefault(ArtifactManifest.REVISION, ""));
            tell("digest", image.digest().toString());
        } finally {
            FolderRemoval.remove(work);
        }
        session.terminal().success("artifact content extracted to %s".formatted(output));
        return 0;
    }

    private void tell(String what, String value) {
        if (!value.isEmpty()) {
            session.terminal().success("%s %s".formatted(what, value));
        }
    }
}
