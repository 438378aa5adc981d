package io.fluxj.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;

/** The repository that the sandbox brings along: clusters, infrastructure and apps, each with bases and overlays. */
final class SampleFleet {

    private static final String RESOURCE = "fleet";
    private static final String NAME = "Fluxj sandbox";
    private static final String ADDRESS = "sandbox@example.com";

    private SampleFleet() {}

    /**
     * Writes the sample and commits it to branch {@code main}. A folder that holds a repository already is left as it is, so
     * that what its user committed survives a restart.
     *
     * @param folder the work tree
     * @throws IOException if the folder cannot be written
     */
    static void writeTo(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve(".git"))) {
            return;
        }
        copyTo(folder);
        var author = new PersonIdent(NAME, ADDRESS);
        try (var git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            identify(git.getRepository().getConfig());
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setAuthor(author)
                    .setCommitter(author)
                    .setMessage("A fleet to play with")
                    .call();
        } catch (GitAPIException e) {
            throw new IOException("the sample repository could not be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Whoever tries the sample can commit there at once, whatever the machine's own configuration asks for. */
    private static void identify(StoredConfig config) throws IOException {
        config.setString("user", null, "name", NAME);
        config.setString("user", null, "email", ADDRESS);
        config.setBoolean("commit", null, "gpgsign", false);
        config.save();
    }

    private static void copyTo(Path folder) throws IOException {
        var location = location();
        if (!"jar".equals(location.getScheme())) {
            copyTree(Path.of(location), folder);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
            copyTree(jar.getPath("/io/fluxj/sandbox/" + RESOURCE), folder);
        }
    }

    private static URI location() throws IOException {
        try {
            return Objects.requireNonNull(SampleFleet.class.getResource(RESOURCE), "the sample fleet is not packaged")
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
