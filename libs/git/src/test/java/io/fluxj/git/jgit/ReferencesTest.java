package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.git.FetchedCommit;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRemote;
import io.fluxj.git.serve.GitHttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    @TempDir
    Path folder;

    private SampleRepository sample;
    private GitHttpServer server;
    private GitRemote remote;
    private String first;
    private String second;
    private String side;

    @BeforeEach
    void seed() throws IOException {
        sample = SampleRepository.in(folder);
        first = sample.commit("a.txt", "1");
        sample.inWork("tag", "1.0.0");
        second = sample.commit("dir/b.txt", "2");
        sample.inWork("tag", "-a", "-m", "annotated", "v1.1.0");
        sample.push("main", "main:refs/heads/feature/x", "HEAD~1:refs/pull/1/head", "--tags");
        sample.inWork("checkout", "-q", "-b", "side");
        side = sample.commit("side.txt", "3");
        sample.push("side");
        server = GitHttpServer.start(sample.repositories());
        remote = sample.remote(server.url() + "/app.git");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsABranch() throws Exception {
        expect(new GitReference.Branch("main"), "main@sha1:" + second, "a.txt", "dir", "dir/b.txt");
        expect(new GitReference.Branch("feature/x"), "feature/x@sha1:" + second, "a.txt", "dir", "dir/b.txt");
    }

    @Test
    void findsLightAndAnnotatedTags() throws Exception {
        expect(new GitReference.Tag("1.0.0"), "1.0.0@sha1:" + first, "a.txt");
        expect(new GitReference.Tag("v1.1.0"), "v1.1.0@sha1:" + second, "a.txt", "dir", "dir/b.txt");
    }

    @Test
    void findsAReferenceByItsFullName() throws Exception {
        expect(new GitReference.FullName("refs/pull/1/head"), "refs/pull/1/head@sha1:" + first, "a.txt");
        expect(
                new GitReference.FullName("refs/tags/v1.1.0"),
                "refs/tags/v1.1.0@sha1:" + second,
                "a.txt",
                "dir",
                "dir/b.txt");
    }

    @Test
    void findsACommitThatNoBranchPointsTo() throws Exception {
        expect(new GitReference.Commit(first, ""), "sha1:" + first, "a.txt");
        expect(new GitReference.Commit(first, "main"), "main@sha1:" + first, "a.txt");
        expect(new GitReference.Commit(side, ""), "sha1:" + side, "a.txt", "dir", "dir/b.txt", "side.txt");
    }

    @Test
    void prefersTheNewerCommitWhereTagsTie() throws Exception {
        Set<String> both = Set.of("1.0.0", "v1.1.0");
        sample.inWork("checkout", "-q", "main");
        sample.git().run("-C", "work", "commit", "-q", "--allow-empty", "--date=1800000000 +0000", "-m", "later");
        GitReference range = new GitReference.TagRange(">=1.0.0", tags -> {
            assertThat(tags).isEqualTo(both);
            return both;
        });
        // both commits carry the same fixed time here, so the name decides
        expect(range, "v1.1.0@sha1:" + second, "a.txt", "dir", "dir/b.txt");
    }

    @Test
    void saysWhichReferenceIsMissing() {
        String url = "'" + server.url() + "/app.git': ";
        expectMissing(
                new GitReference.Branch("nope"),
                "unable to clone " + url + "couldn't find remote ref \"refs/heads/nope\"");
        expectMissing(
                new GitReference.Tag("nope"), "unable to clone " + url + "couldn't find remote ref \"refs/tags/nope\"");
        expectMissing(
                new GitReference.FullName("refs/pull/7/head"),
                "unable to resolve ref 'refs/pull/7/head' to a specific commit");
        expectMissing(new GitReference.TagRange(">=5", tags -> Set.of()), "no match found for semver: >=5");
        expectMissing(
                new GitReference.Commit(first.substring(0, 10), "main"),
                "unable to resolve commit object for '" + first.substring(0, 10) + "': object not found");
        expectMissing(
                new GitReference.Commit("0".repeat(39) + "1", "main"),
                "unable to resolve commit object for '" + "0".repeat(39) + "1': object not found");
    }

    /** Names that Git forbids, which JGit would take for patterns, pairs or negations. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "rel*",
                "main:refs/heads/other",
                "+main",
                "^main",
                "a..b",
                "@{1}",
                "x y",
                "a/",
                "~1",
                "\u0000"
            })
    void takesAnImpossibleNameForOneThatIsNotThere(String name) {
        String url = "'" + server.url() + "/app.git': ";
        expectMissing(
                new GitReference.Branch(name),
                "unable to clone " + url + "couldn't find remote ref \"refs/heads/" + name + "\"");
        expectMissing(
                new GitReference.Tag(name),
                "unable to clone " + url + "couldn't find remote ref \"refs/tags/" + name + "\"");
        expectMissing(new GitReference.FullName(name), "unable to resolve ref '" + name + "' to a specific commit");
    }

    @Test
    void takesAShortNameForNoFullOne() {
        expectMissing(new GitReference.FullName("main"), "unable to resolve ref 'main' to a specific commit");
    }

    @Test
    void findsTheHeadByItsFullName() throws Exception {
        expect(new GitReference.FullName("HEAD"), "HEAD@sha1:" + second, "a.txt", "dir", "dir/b.txt");
    }

    @Test
    void wantsTheBranchThatIsNamedBesidesACommit() {
        expectMissing(new GitReference.Commit(first, "gone"), "couldn't find remote ref \"refs/heads/gone\"");
    }

    @Test
    void saysThatARepositoryIsEmpty() throws IOException {
        sample.git().run("init", "-q", "--bare", "-b", "main", "repos/empty.git");
        GitRemote empty = sample.remote(server.url() + "/empty.git");
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> empty.fetch(new GitReference.Branch("main"), sample.emptyFolder("out")))
                .withMessage("git repository is empty")
                .extracting(GitException::problem)
                .isEqualTo(Problem.EMPTY_REPOSITORY);
    }

    @Test
    void refusesRepositoriesWithLongerHashes() throws IOException {
        sample.git().run("init", "-q", "--object-format=sha256", "-b", "main", "long");
        sample.git().run("-C", "long", "commit", "-q", "--allow-empty", "-m", "first");
        sample.git().run("clone", "-q", "--bare", "long", "repos/long.git");
        GitRemote remoteWithLongHashes = sample.remote(server.url() + "/long.git");
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(
                        () -> remoteWithLongHashes.fetch(new GitReference.Branch("main"), sample.emptyFolder("out")));
    }

    @Test
    void leavesNothingBehind() throws Exception {
        remote.resolve(new GitReference.Branch("main"));
        remote.fetch(new GitReference.Branch("main"), sample.emptyFolder("out"));
        expectMissing(
                new GitReference.Branch("nope"),
                "unable to clone '" + server.url() + "/app.git': couldn't find remote ref \"refs/heads/nope\"");
        assertThat(SampleRepository.tree(sample.scratch())).isEmpty();
    }

    private void expect(GitReference reference, String revision, String... files) throws Exception {
        assertThat(remote.resolve(reference)).hasToString(revision);
        Path out = sample.emptyFolder("out-" + UUID.randomUUID());
        FetchedCommit commit = remote.fetch(reference, out);
        assertThat(commit.revision()).hasToString(revision);
        assertThat(SampleRepository.tree(out)).containsExactly(files);
    }

    private void expectMissing(GitReference reference, String message) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote.fetch(reference, sample.emptyFolder("none")))
                .withMessage(message)
                .extracting(GitException::problem)
                .isEqualTo(Problem.REFERENCE_NOT_FOUND);
    }
}
