package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long history stays where it is: of a branch with 50 commits one is sent. */
class ShallowFetchTest {
    private static final GitReference MAIN = new GitReference.Branch("main");
    private static final int COMMITS = 50;

    @TempDir
    private Path folder;

    private SampleRepository sample;
    private String head;

    @BeforeEach
    void seed() throws IOException {
        sample = SampleRepository.in(folder);
        head = commitAll().name();
    }

    @Test
    void transfersOneCommitOverHttp() throws Exception {
        try (GitHttpServer server = GitHttpServer.start(sample.repositories())) {
            expectOneCommit(GitAccess.anonymous(GitUrl.parse(server.url() + "/app.git"), SampleRepository.PATIENCE));
        }
    }

    @Test
    void transfersOneCommitOverSsh() throws Exception {
        KeyPair client = RealSshServer.keyPair("ssh-rsa", 2048);
        try (RealSshServer server =
                RealSshServer.start(sample.repositories(), key -> KeyUtils.compareKeys(key, client.getPublic()))) {
            expectOneCommit(new GitAccess(
                    GitUrl.parse(server.url("app.git")),
                    new GitCredentials.Ssh(pem(client), "", server.knownHosts()),
                    TlsConfig.SYSTEM,
                    SshAlgorithms.DEFAULT,
                    SampleRepository.PATIENCE));
        }
    }

    private static String pem(KeyPair keys) {
        String body = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    private void expectOneCommit(GitAccess access) throws Exception {
        Guard guard = new Guard(new Deadline(SampleRepository.PATIENCE), FetchLimits.DEFAULT.received());
        try (ScratchRepository scratch = ScratchRepository.create(sample.scratch(), guard);
                Session session = Session.open(access, scratch, guard);
                Listing listing = session.list(MAIN)) {
            List<ObjectId> wanted = listing.references().select(MAIN).stream()
                    .map(Selection::commit)
                    .toList();
            assertThat(wanted).extracting(ObjectId::name).containsExactly(head);

            listing.fetch(wanted);

            assertThat(received(scratch)).containsExactlyInAnyOrder("commit", "tree", "blob");
        }
    }

    /** The types of all objects that are there, as Git's own command counts them. */
    private List<String> received(ScratchRepository scratch) throws IOException {
        return sample.git()
                .run("--git-dir=" + scratch.folder(), "cat-file", "--batch-all-objects", "--batch-check=%(objecttype)")
                .lines()
                .toList();
    }

    /** Each has another content of one file; the last is the head of the branch. */
    private ObjectId commitAll() throws IOException {
        Random content = new Random(1);
        try (Repository repository = new FileRepository(
                        sample.repositories().resolve("app.git").toFile());
                ObjectInserter objects = repository.newObjectInserter()) {
            ObjectId last = ObjectId.zeroId();
            for (int number = 0; number < COMMITS; number++) {
                CommitBuilder commit = new CommitBuilder();
                commit.setTreeId(tree(objects, content));
                if (number > 0) {
                    commit.setParentId(last);
                }
                PersonIdent author = new PersonIdent(
                        "test", "test@example.com", Instant.ofEpochSecond(1704067200L + number), ZoneOffset.UTC);
                commit.setAuthor(author);
                commit.setCommitter(author);
                commit.setMessage("commit " + number);
                last = objects.insert(commit);
            }
            objects.flush();
            RefUpdate update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(last);
            update.forceUpdate();
            return last;
        }
    }

    private static ObjectId tree(ObjectInserter objects, Random content) throws IOException {
        byte[] bytes = new byte[2048];
        content.nextBytes(bytes);
        TreeFormatter entries = new TreeFormatter();
        entries.append("a.bin", FileMode.REGULAR_FILE, objects.insert(Constants.OBJ_BLOB, bytes));
        return objects.insert(entries);
    }
}
