package io.fluxj.manifest.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook;
import io.fluxj.kustomize.RemoteBases.RemoteBase;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.Proxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bases in repositories that a real server hands out. */
final class GitBasesTest {

    private static final AddressRule PUBLIC =
            AddressRule.publicOnly(Set.of(), "only fetched from with --allow-private-remote-bases");

    private static final AddressRule ONE_REFUSED =
            new AddressRule(address -> address.getHostAddress().equals("127.0.0.2"), "not for tests");

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Git git;
    private GitHttpServer server;
    private GitBases bases;
    private volatile String redirect = "";

    @BeforeEach
    void serve() throws Exception {
        Path repositories = Files.createDirectories(folder.resolve("repositories"));
        server = GitHttpServer.start(GitHttpServer.Options.of(repositories).withHook(exchange -> {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            if (!redirect.isEmpty()) {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                redirect + exchange.getRequestURI().getRawPath() + "?"
                                        + exchange.getRequestURI().getRawQuery());
                exchange.sendResponseHeaders(302, -1);
                return new RequestHook.Decision.Answered();
            }
            return new RequestHook.Decision.Serve(exchange.getRequestURI().getPath());
        }));
        git = Git.init()
                .setDirectory(repositories.resolve("org/repo").toFile())
                .setInitialBranch("main")
                .call();
        bases = new GitBases(AddressRule.any(), Proxies.NONE, folder.resolve("bases"), "");
    }

    @AfterEach
    void stop() {
        git.close();
        server.close();
    }

    @Test
    void fetchesWhatTheReferenceNames() throws Exception {
        String first = commit("one");
        git.tag().setName("v1").setAnnotated(false).call();
        git.branchCreate().setName("feature/x").call();
        commit("two");

        assertThat(content("org/repo//deploy")).isEqualTo("two");
        assertThat(content("org/repo//deploy?ref=main")).isEqualTo("two");
        assertThat(content("org/repo//deploy?ref=v1")).isEqualTo("one");
        assertThat(content("org/repo/deploy?ref=feature/x")).isEqualTo("one");
        assertThat(content("org/repo.git//deploy?ref=refs/tags/v1")).isEqualTo("one");
        assertThat(content("org/repo//deploy?ref=" + first)).isEqualTo("one");
    }

    @Test
    void fetchesACommitOnce() throws Exception {
        commit("one");
        content("org/repo//deploy");
        commit("two");
        assertThat(content("org/repo//deploy")).isEqualTo("two");
        long fetches = fetches();

        assertThat(content("org/repo//deploy")).isEqualTo("two");

        assertThat(fetches()).as("only asked what HEAD is").isEqualTo(fetches + 1);
    }

    /** Asking and fetching are both posted; the first alone is repeated. */
    private long fetches() {
        return asked.stream().filter(line -> line.startsWith("POST")).count();
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        commit("one");

        assertThatThrownBy(() -> content("org/repo//deploy?ref=gone"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("couldn't find remote ref \"refs/heads/gone\"");
        assertThatThrownBy(() -> content("org/other//deploy")).isInstanceOf(IOException.class);
        assertThat(folder.resolve("bases").toFile().list((in, name) -> name.startsWith("commit-")))
                .isEmpty();
    }

    @Test
    void asksNobodyAtAPrivateAddress() throws Exception {
        commit("one");
        GitBases guarded = new GitBases(PUBLIC, Proxies.NONE, folder.resolve("bases"), "");

        assertThatThrownBy(() -> guarded.fetch(server.url() + "/org/repo//deploy"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("such addresses are only fetched from with --allow-private-remote-bases");

        assertThat(asked).isEmpty();
    }

    @Test
    void reachesTheVeryAddressThatWasChecked() throws Exception {
        commit("one");
        bases = new GitBases(ONE_REFUSED, Proxies.NONE, folder.resolve("bases"), "");

        assertThat(content("org/repo//deploy")).isEqualTo("one");
    }

    @Test
    void followsNoRedirectToAnAddressThatIsRefused() throws Exception {
        commit("one");
        redirect = "http://127.0.0.2:" + server.port();
        bases = new GitBases(ONE_REFUSED, Proxies.NONE, folder.resolve("bases"), "");

        assertThatThrownBy(() -> content("org/repo//deploy"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the address of '127.0.0.2' is private");
        assertThat(asked).hasSize(1);
    }

    @Test
    void takesNoPasswords() {
        assertThatThrownBy(() -> bases.fetch("https://bob:hunter2@example.com/org/repo"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("make it a GitRepository with a secretRef");
    }

    @Test
    void asksNoSshServerWhoseKeyNobodyVouchesFor() {
        assertThatThrownBy(() -> bases.fetch("git@example.com:org/repo//deploy"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--remote-bases-known-hosts");
    }

    private String content(String path) throws IOException {
        RemoteBase base = bases.fetch(server.url() + "/" + path);
        assertThat(base.directory()).isEqualTo("deploy");
        return new String(base.tree().readBytes("deploy/a.txt", 100), UTF_8);
    }

    private String commit(String content) throws IOException, GitAPIException {
        Path file = git.getRepository().getWorkTree().toPath().resolve("deploy/a.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        git.add().addFilepattern(".").call();
        return git.commit()
                .setMessage(content)
                .setSign(false)
                .setAuthor("t", "t@example.com")
                .setCommitter("t", "t@example.com")
                .call()
                .name();
    }
}
