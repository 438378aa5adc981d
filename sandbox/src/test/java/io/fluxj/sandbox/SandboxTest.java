package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole sandbox as its user starts it, with {@code --once}. */
final class SandboxTest {

    @TempDir
    Path home;

    @Test
    void endsWithZeroWhenTheSampleIsReady() {
        assertThat(run("--once", "--timeout=600")).isZero();
    }

    @Test
    void endsWithOneWhenAManifestIsBroken() throws Exception {
        var repository = repositoryWith("broken.yaml", "kind: [");

        assertThat(run("--once", "--timeout=20", "--repository=" + repository)).isEqualTo(1);
    }

    @Test
    void runsAFolderOfTheUserAtTheGivenPath() throws Exception {
        var repository = repositoryWith("deploy/map.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: mine
                  namespace: default
                """);

        assertThat(run("--once", "--timeout=600", "--repository=" + repository, "--path=deploy"))
                .isZero();
    }

    @Test
    void cannotStartOnAFolderThatIsNoRepository() {
        assertThat(run("--once", "--repository=" + home)).isEqualTo(2);
    }

    @Test
    void cannotStartWhereItsFolderIsAFile() throws Exception {
        Files.createFile(home.resolve("sandbox"));

        assertThat(run("--once")).isEqualTo(2);
    }

    private int run(String... arguments) {
        var all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--dir=" + home.resolve("sandbox");
        return new CommandLine(Sandbox.command()).execute(all);
    }

    private Path repositoryWith(String file, String content) throws Exception {
        var folder = Files.createDirectories(home.resolve("repository"));
        var target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, content);
        try (var git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setMessage("one")
                    .setAuthor("t", "t@t")
                    .setCommitter("t", "t@t")
                    .call();
        }
        return folder;
    }
}
