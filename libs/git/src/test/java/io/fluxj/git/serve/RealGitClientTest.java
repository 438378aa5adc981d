package io.fluxj.git.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fluxj.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealGitClientTest {
    @TempDir
    Path folder;

    private GitCommand git;

    @BeforeEach
    void findGit() {
        git = new GitCommand(folder);
        assumeThat(git.isInstalled()).as("git is installed").isTrue();
    }

    @Test
    void clonesABareRepositoryAndPushesToIt() throws IOException {
        seedBare("team/app.git");
        try (GitHttpServer server = GitHttpServer.start(folder.resolve("repos"))) {
            git.run("clone", "-q", server.url() + "/team/app.git", "copy");
            Files.writeString(folder.resolve("copy/new.txt"), "x".repeat(3_000_000));
            git.run("-C", "copy", "add", "-A");
            git.run("-C", "copy", "commit", "-q", "-m", "second");
            git.run("-C", "copy", "push", "-q", "origin", "HEAD:main", "HEAD:refs/heads/feature");
        }
        assertThat(git.run("-C", "repos/team/app.git", "log", "--format=%s", "feature"))
                .isEqualTo("second\nfirst\n");
    }

    @Test
    void servesTheOldProtocolAndShallowFetches() throws IOException {
        seedBare("app.git");
        try (GitHttpServer server = GitHttpServer.start(folder.resolve("repos"))) {
            git.run("-c", "protocol.version=0", "clone", "-q", "--depth=1", server.url() + "/app.git", "old");
            git.run("-c", "protocol.version=2", "clone", "-q", "--depth=1", server.url() + "/app", "new");
        }
        assertThat(folder.resolve("old/a.txt")).hasContent("a");
        assertThat(folder.resolve("new/a.txt")).hasContent("a");
    }

    @Test
    void servesAWorkTreeButRefusesAPushToItsBranch() throws IOException {
        seedWorkTree("repos/app");
        try (GitHttpServer server = GitHttpServer.start(folder.resolve("repos"))) {
            git.run("clone", "-q", server.url() + "/app", "copy");
            assertThat(folder.resolve("copy/a.txt")).hasContent("a");
            git.run("-C", "copy", "commit", "-q", "--allow-empty", "-m", "second");
            assertThat(git.failure("-C", "copy", "push", "origin", "main")).contains("currently checked out");
            git.run("-C", "copy", "push", "-q", "origin", "main:other");
        }
    }

    @Test
    void refusesPushesWhenAskedTo() throws IOException {
        seedBare("app.git");
        GitHttpServer.Options readOnly =
                GitHttpServer.Options.of(folder.resolve("repos")).withPush(false);
        try (GitHttpServer server = GitHttpServer.start(readOnly)) {
            git.run("clone", "-q", server.url() + "/app.git", "copy");
            git.run("-C", "copy", "commit", "-q", "--allow-empty", "-m", "second");
            assertThat(git.failure("-C", "copy", "push", "origin", "main")).contains("403");
        }
    }

    @Test
    void findsNothingOutsideItsFolder() throws IOException {
        seedBare("app.git");
        Files.createDirectories(folder.resolve("inner"));
        try (GitHttpServer server = GitHttpServer.start(folder.resolve("inner"))) {
            assertThat(git.failure("ls-remote", server.url() + "/%2e%2e/repos/app.git"))
                    .contains("not found");
        }
    }

    @Test
    void letsAHookAnswer() throws IOException {
        seedBare("app.git");
        RequestHook locked = exchange -> {
            if (exchange.getRequestHeaders().containsKey("X-Open")) {
                return new RequestHook.Decision.Serve(exchange.getRequestURI().getPath());
            }
            exchange.sendResponseHeaders(418, -1);
            return new RequestHook.Decision.Answered();
        };
        GitHttpServer.Options options =
                GitHttpServer.Options.of(folder.resolve("repos")).withHook(locked);
        try (GitHttpServer server = GitHttpServer.start(options)) {
            assertThat(git.failure("ls-remote", server.url() + "/app.git")).contains("418");
            assertThat(git.run("-c", "http.extraHeader=X-Open: 1", "ls-remote", server.url() + "/app.git"))
                    .contains("refs/heads/main");
        }
    }

    private void seedBare(String name) throws IOException {
        seedWorkTree("seed");
        git.run("clone", "-q", "--bare", "seed", "repos/" + name);
    }

    private void seedWorkTree(String name) throws IOException {
        git.run("init", "-q", "-b", "main", name);
        Files.writeString(folder.resolve(name).resolve("a.txt"), "a");
        git.run("-C", name, "add", "-A");
        git.run("-C", name, "commit", "-q", "-m", "first");
    }
}
