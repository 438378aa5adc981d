package io.fluxj.cli.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.cli.bootstrap.BranchWriter.Written;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitUrl;
import io.fluxj.git.NewCommit;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One branch that others write to, too. */
class BranchWriterTest {
    @TempDir
    Path folder;

    @Test
    void whatOthersPushMeanwhileIsKept() throws Exception {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        try (GitHttpServer server = serve(meanwhile)) {
            BranchWriter writer = writer(server, "mine");
            write(writer, "first", "a.yaml", "a: 1\n");
            meanwhile.set(() -> write(writer(server, "other"), "in between", "b.yaml", "b: 1\n"));

            Written second = write(writer, "second", "a.yaml", "a: 2\n");

            assertThat(second.changed()).isTrue();
            Path checkout = writer.checkout();
            assertThat(checkout.resolve("a.yaml")).hasContent("a: 2\n");
            assertThat(checkout.resolve("b.yaml")).hasContent("b: 1\n");
        }
    }

    @Test
    void equalFilesMakeNoCommit() throws Exception {
        try (GitHttpServer server = serve(new AtomicReference<>(() -> {}))) {
            BranchWriter writer = writer(server, "mine");
            Written first = write(writer, "first", "a.yaml", "a: 1\n");
            assertThat(write(writer, "again", "a.yaml", "a: 1\n")).isEqualTo(new Written(first.hash(), false));
        }
    }

    @Test
    void aFileInTheWayStays() throws Exception {
        try (GitHttpServer server = serve(new AtomicReference<>(() -> {}))) {
            BranchWriter writer = writer(server, "mine");
            write(writer, "first", "clusters", "a file\n");
            assertThatThrownBy(() -> write(writer, "second", "clusters/one/x.yaml", "x: 1\n"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("'clusters' in the repository is in the way of 'clusters/one/x.yaml'");
        }
    }

    /** Runs something just before the first push that comes after it was set. */
    private GitHttpServer serve(AtomicReference<Runnable> meanwhile) throws IOException {
        Path repositories = Files.createDirectories(folder.resolve("repositories"));
        try (Repository repository = new FileRepositoryBuilder()
                .setGitDir(repositories.resolve("app.git").toFile())
                .setBare()
                .build()) {
            repository.create(true);
        }
        return GitHttpServer.start(GitHttpServer.Options.of(repositories).withHook(exchange -> {
            if (String.valueOf(exchange.getRequestURI().getQuery()).contains("git-receive-pack")) {
                meanwhile.getAndSet(() -> {}).run();
            }
            return new Decision.Serve(exchange.getRequestURI().getPath());
        }));
    }

    private BranchWriter writer(GitHttpServer server, String who) {
        try {
            Path work = Files.createDirectories(folder.resolve(who));
            CommitSettings commits =
                    new CommitSettings(new NewCommit.Author(who, who + "@example.com"), Optional.empty(), "");
            GitAccess access = GitAccess.anonymous(GitUrl.parse(server.url() + "/app.git"), Duration.ofSeconds(30));
            return new BranchWriter(access, "main", commits, work, Clock.systemUTC());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Written write(BranchWriter writer, String subject, String file, String text) {
        try {
            return writer.write(subject, _ -> Map.of(file, text.getBytes(UTF_8)));
        } catch (GitException failed) {
            throw new IllegalStateException(failed.message(), failed);
        }
    }
}
