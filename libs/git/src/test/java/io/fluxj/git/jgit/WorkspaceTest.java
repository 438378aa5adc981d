package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.NewCommit;
import io.fluxj.git.Push;
import io.fluxj.git.TreeFile;
import io.fluxj.git.WorkBranch;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.sign.CommitSigner;
import io.fluxj.git.sign.SshSigner;
import io.fluxj.git.verify.TrustedKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against repositories of Git itself. */
class WorkspaceTest {
    private static final GitReference MAIN = new GitReference.Branch("main");
    private static final NewCommit.Author BOT = new NewCommit.Author("Bot", "bot@example.com");

    @TempDir
    Path folder;

    private SampleRepository sample;
    private GitHttpServer server;
    private final List<List<String>> pushes = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    @BeforeEach
    void serve() throws Exception {
        sample = SampleRepository.in(folder);
        String _ = sample.commit("apps/a.yaml", "a: 1\n");
        String _ = sample.commit("b.txt", "b\n");
        sample.push("main");
        server = GitHttpServer.start(
                GitHttpServer.Options.of(sample.repositories()).withPushHook((repository, commands, options) -> {
                    List<String> seen = new ArrayList<>(commands);
                    seen.addAll(options);
                    pushes.add(seen);
                    return refusal;
                }));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPushedCommitHasTheNewContentsUponAllOthers() throws Exception {
        try (GitWorkspace work = open("")) {
            assertThat(work.files()).extracting(TreeFile::path).containsExactly("apps/a.yaml", "b.txt");
            assertThat(work.read(work.files().getFirst()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("a: 1\n");
            String hash = work.commit(commit("a: 2\n", Optional.empty()));

            work.push(new Push("refs/heads/main", hash, Push.Rule.FAST_FORWARD, List.of("ci.skip=", "topic=a b")));

            assertThat(pushes)
                    .containsExactly(List.of(work.head() + " " + hash + " refs/heads/main", "ci.skip=", "topic=a b"));
            assertThat(bare("show", hash + ":apps/a.yaml")).isEqualTo("a: 2\n");
            assertThat(bare("show", hash + ":b.txt")).isEqualTo("b\n");
            assertThat(bare("log", "-1", "--format=%an <%ae> %cn %s %ct", "main"))
                    .isEqualTo("Bot <bot@example.com> Bot set a 1000\n");
            assertThat(bare("rev-list", "--count", "main")).isEqualTo("3\n");
            assertThat(bare("fsck", "--strict")).doesNotContain("error");
        }
    }

    @Test
    void aBranchThatIsThereIsContinuedAndOneThatIsNotIsBegun() throws Exception {
        String first;
        try (GitWorkspace work = open("auto")) {
            first = work.commit(commit("a: 2\n", Optional.empty()));
            work.push(new Push("refs/heads/auto", first, Push.Rule.REPLACE_SEEN, List.of()));
        }
        String _ = sample.commit("c.txt", "only on main\n");
        sample.push("main");
        try (GitWorkspace work = open("auto")) {
            assertThat(work.head()).isEqualTo(first);
            assertThat(work.checkedOut().hash()).isNotEqualTo(first);
            assertThat(work.files()).extracting(TreeFile::path).doesNotContain("c.txt");
        }
    }

    @Test
    void aBranchThatIsBegunAnewIsOneCommitUponTheReference() throws Exception {
        String first;
        try (GitWorkspace work = open(WorkBranch.anew("auto"))) {
            assertThat(work.isThere()).isFalse();
            first = work.commit(commit("a: 2\n", Optional.empty()));
            work.push(new Push("refs/heads/auto", first, Push.Rule.REPLACE_SEEN, List.of()));
        }
        try (GitWorkspace work = open(WorkBranch.anew("auto"))) {
            assertThat(work.isThere()).isTrue();
            assertThat(work.head()).isEqualTo(work.checkedOut().hash());
            assertThat(work.hasSame(work.commit(commit("a: 2\n", Optional.empty()))))
                    .isTrue();
            assertThat(work.hasSame(work.commit(commit("a: 3\n", Optional.empty()))))
                    .isFalse();
        }
        String main = sample.commit("c.txt", "only on main\n");
        sample.push("main");
        try (GitWorkspace work = open(WorkBranch.anew("auto"))) {
            String again = work.commit(commit("a: 2\n", Optional.empty()));
            assertThat(work.hasSame(again)).isFalse();
            work.push(new Push("refs/heads/auto", again, Push.Rule.REPLACE_SEEN, List.of()));
        }
        assertThat(bare("rev-parse", "auto^").strip()).isEqualTo(main);
    }

    @Test
    void aBranchIsReplacedOnlyWhereItIsAsItWasSeen() throws Exception {
        try (GitWorkspace work = open(WorkBranch.anew("auto"));
                GitWorkspace other = open(WorkBranch.anew("auto"))) {
            String mine = work.commit(commit("a: 2\n", Optional.empty()));
            String theirs = other.commit(commit("a: 3\n", Optional.empty()));
            other.push(new Push("refs/heads/auto", theirs, Push.Rule.REPLACE_SEEN, List.of()));

            assertThatThrownBy(() -> work.push(new Push("refs/heads/auto", mine, Push.Rule.REPLACE_SEEN, List.of())))
                    .hasMessage("non-fast-forward update: refs/heads/auto");
            assertThat(bare("rev-parse", "auto").strip()).isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAST_FORWARD", "REPLACE_SEEN"})
    void whatOthersPushedMeanwhileIsNeverReplaced(Push.Rule rule) throws Exception {
        try (GitWorkspace work = open("")) {
            String hash = work.commit(commit("a: 2\n", Optional.empty()));
            String theirs = sample.commit("d.txt", "theirs\n");
            sample.push("main");

            assertThatThrownBy(() -> work.push(new Push("refs/heads/main", hash, rule, List.of())))
                    .isInstanceOfSatisfying(GitException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(GitException.Problem.REJECTED))
                    .hasMessage("non-fast-forward update: refs/heads/main");
            assertThat(bare("rev-parse", "main").strip()).isEqualTo(theirs);
        }
    }

    @Test
    void whatTheServerSaysOfARefusalIsTold() throws Exception {
        refusal = Optional.of("protected branch");
        try (GitWorkspace work = open("")) {
            String hash = work.commit(commit("a: 2\n", Optional.empty()));
            assertThatThrownBy(() -> work.push(new Push("refs/heads/main", hash, Push.Rule.FAST_FORWARD, List.of())))
                    .hasMessage("command error on refs/heads/main: protected branch");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void commitsThatAreSignedByAnSshKeyAreVerified(String type) throws Exception {
        new ProcessBuilder("ssh-keygen", "-q", "-N", "secret", "-t", type, "-f", "key")
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        CommitSigner signer = SshSigner.of(Files.readString(folder.resolve("key")), "secret");
        try (GitWorkspace work = open("")) {
            String hash = work.commit(commit("a: 2\n", Optional.of(signer)));
            work.push(new Push("refs/heads/main", hash, Push.Rule.FAST_FORWARD, List.of()));
        }
        FetchedCommit fetched = sample.remote(url()).fetch(MAIN, sample.emptyFolder("out"));
        TrustedKeys keys = new TrustedKeys(List.of(), List.of(Files.readString(folder.resolve("key.pub"))));
        assertThat(keys.verify(fetched.signed())).startsWith("SHA256:");
    }

    @Test
    void anEmptyRepositoryGetsItsFirstCommitAndThenMore() throws Exception {
        sample.git().run("init", "-q", "--bare", "-b", "main", "repos/new.git");
        pushTo("new.git", Map.of("apps/one.yaml", "one: 1\n"));
        pushTo("new.git", Map.of("apps/two.yaml", "two: 2\n", "apps/one.yaml", "one: 3\n"));

        assertThat(sample.git().run("-C", "repos/new.git", "rev-list", "--count", "main"))
                .isEqualTo("2\n");
        assertThat(sample.git().run("-C", "repos/new.git", "ls-tree", "-r", "--format=%(objectmode) %(path)", "main"))
                .isEqualTo("100644 apps/one.yaml\n100644 apps/two.yaml\n");
        assertThat(sample.git().run("-C", "repos/new.git", "show", "main:apps/one.yaml"))
                .isEqualTo("one: 3\n");
        assertThat(sample.git().run("-C", "repos/new.git", "fsck", "--strict")).doesNotContain("error");
    }

    @Test
    void aBranchThatIsMissingWhereThereAreOthersIsNotBegun() {
        GitAccess access = GitAccess.anonymous(GitUrl.parse(url()), SampleRepository.PATIENCE);
        assertThatThrownBy(() -> JGitWorkspace.openOrBegin(access, sample.scratch(), FetchLimits.DEFAULT, "other"))
                .hasMessageContaining("couldn't find remote ref \"refs/heads/other\"");
    }

    private void pushTo(String repository, Map<String, String> files) throws Exception {
        GitAccess access =
                GitAccess.anonymous(GitUrl.parse(server.url() + "/" + repository), SampleRepository.PATIENCE);
        try (GitWorkspace work = JGitWorkspace.openOrBegin(access, sample.scratch(), FetchLimits.DEFAULT, "main")) {
            Map<String, byte[]> contents = new HashMap<>();
            files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
            String hash = work.commit(new NewCommit(contents, "write", BOT, Instant.EPOCH, Optional.empty()));
            work.push(new Push("refs/heads/main", hash, Push.Rule.FAST_FORWARD, List.of()));
        }
    }

    private static NewCommit commit(String content, Optional<CommitSigner> signer) {
        return new NewCommit(
                Map.of("apps/a.yaml", content.getBytes(StandardCharsets.UTF_8)),
                "set a",
                BOT,
                Instant.ofEpochSecond(1000),
                signer);
    }

    private GitWorkspace open(String branch) throws GitException {
        return open(branch.isEmpty() ? WorkBranch.ofReference() : WorkBranch.continuing(branch));
    }

    private GitWorkspace open(WorkBranch branch) throws GitException {
        GitAccess access = GitAccess.anonymous(GitUrl.parse(url()), SampleRepository.PATIENCE);
        return JGitWorkspace.open(access, sample.scratch(), FetchLimits.DEFAULT, MAIN, branch);
    }

    private String url() {
        return server.url() + "/app.git";
    }

    private String bare(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("-C", "repos/app.git"));
        command.addAll(List.of(arguments));
        return sample.git().run(command.toArray(String[]::new));
    }
}
