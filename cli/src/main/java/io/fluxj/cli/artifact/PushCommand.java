package io.fluxj.cli.artifact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.archive.Archiver;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.FolderRemoval;
import io.fluxj.archive.HashingOutputStream;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryWriter;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code push artifact}: a folder becomes an artifact in a registry. */
@Command(
        name = "artifact",
        description = "Pack a folder and push it as an OCI artifact that OCIRepositories read.",
        footer = "@|bold Example:|@ fluxj push artifact oci://ghcr.io/org/app:1.0.0 --path=./deploy"
                + " --source=\"$(git config --get remote.origin.url)\" --revision=\"main@sha1:$(git rev-parse HEAD)\"")
final class PushCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final RegistryFlags registry = new RegistryFlags();

    @Mixin
    private final PackingFlags packing = new PackingFlags();

    @Parameters(index = "0", paramLabel = "URL", description = "oci://HOST/PATH:TAG")
    private String url = "";

    @Option(
            names = {"-f", "--path"},
            paramLabel = "PATH",
            description = "The folder or file that is packed; - for manifests from standard input.")
    private String path = "";

    @Option(
            names = "--source",
            paramLabel = "ADDRESS",
            description = "Where the files come from, such as their Git address.")
    private String source = "";

    @Option(names = "--revision", paramLabel = "REVISION", description = "Of which state they are: main@sha1:HASH.")
    private String revision = "";

    @Option(
            names = {"-a", "--annotations"},
            paramLabel = "KEY=VALUE",
            description = "Another annotation; may be repeated.")
    private List<String> annotations = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "json or yaml: say what was pushed in this form.")
    private @Nullable OutputFormat output;

    @Option(
            names = "--reproducible",
            description = "Equal files give an equal artifact: its time of creation is that of the epoch.")
    private boolean reproducible;

    @Option(names = "--debug", description = "Accepted as flux does; --verbose says more.")
    void setDebug(boolean ignored) {}

    PushCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, RegistryException, InterruptedException {
        Reference.Tag target = ArtifactUrl.tag(url);
        require(path, "--path");
        require(source, "--source");
        require(revision, "--revision");
        Map<String, String> said = annotations();
        if (output == null) {
            session.terminal().action("pushing artifact to %s".formatted(target));
        }
        Path work = Files.createTempDirectory("fluxj-push-");
        try (HttpRegistry opened = registry.open(session, target.repository())) {
            Digest digest = push(opened.writer(), target, work, said);
            tell(target, digest);
        } finally {
            FolderRemoval.remove(work);
        }
        return 0;
    }

    private static void require(String value, String flag) {
        if (value.isBlank()) {
            throw new CommandFailure(flag + " is required");
        }
    }

    private Map<String, String> annotations() {
        Map<String, String> all = new TreeMap<>();
        for (String annotation : annotations) {
            int equal = annotation.indexOf('=');
            if (equal < 1) {
                throw new CommandFailure("invalid annotation '" + annotation + "': write KEY=VALUE");
            }
            all.put(annotation.substring(0, equal), annotation.substring(equal + 1));
        }
        Instant now = reproducible ? Instant.EPOCH : session.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        all.put(ArtifactManifest.CREATED, now.toString());
        all.put(ArtifactManifest.SOURCE, source);
        all.put(ArtifactManifest.REVISION, revision);
        return all;
    }

    private Digest push(RegistryWriter writer, Reference.Tag target, Path work, Map<String, String> said)
            throws IOException, RegistryException, InterruptedException {
        Path archive = work.resolve("artifact.tgz");
        Archiver.Archived packed = packing.of().pack(source(work), archive);
        Descriptor layer = Descriptor.of(ArtifactManifest.CONTENT, packed.digest(), packed.size());
        byte[] config = ArtifactManifest.config(said.getOrDefault(ArtifactManifest.CREATED, ""), unpacked(archive));
        Descriptor about = ArtifactManifest.descriptor(ArtifactManifest.CONFIG, config);
        Repository repository = target.repository();
        writer.upload(repository, layer, archive);
        writer.upload(repository, about, config);
        return writer.put(target, MediaType.OCI_MANIFEST, ArtifactManifest.of(about, layer, said));
    }

    /** What is packed; standard input becomes the one file of a folder. */
    private Path source(Path work) throws IOException {
        if (!path.equals("-")) {
            return Path.of(path);
        }
        Path folder = Files.createDirectories(work.resolve("stdin"));
        Files.copy(session.terminal().in(), folder.resolve("manifests.yaml"));
        return folder;
    }

    private static Digest unpacked(Path archive) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive));
                HashingOutputStream hashing =
                        new HashingOutputStream(OutputStream.nullOutputStream(), DigestAlgorithm.SHA256)) {
            in.transferTo(hashing);
            return hashing.digest();
        }
    }

    private void tell(Reference.Tag target, Digest digest) {
        if (output == null) {
            session.terminal().success("artifact successfully pushed to %s@%s".formatted(target.repository(), digest));
            return;
        }
        ObjectNode about = JsonNodeFactory.instance
                .objectNode()
                .put("url", "oci://" + target)
                .put("repository", target.repository().toString())
                .put("tag", target.tag())
                .put("digest", digest.toString());
        session.terminal().out().print(output.write(about));
    }
}
