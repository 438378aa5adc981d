package io.fluxj.cli.bootstrap;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.git.Checkout;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.NewCommit;
import io.fluxj.git.Push;
import io.fluxj.git.TreeFile;
import io.fluxj.git.jgit.JGitRemote;
import io.fluxj.git.jgit.JGitWorkspace;
import io.fluxj.git.sign.SigningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes files of one branch. Whatever others push meanwhile is kept: then it begins anew upon that.
 *
 * @param branch that is written to
 * @param work existing folder for what is fetched
 * @param clock tells the time of commits
 */
record BranchWriter(GitAccess access, String branch, CommitSettings commits, Path work, Clock clock) {
    private static final int TRIES = 5;
    private static final Duration UNTIL_READABLE = Duration.ofSeconds(2);

    /**
     * Where the branch is.
     *
     * @param hash of its last commit
     * @param changed whether that commit was made here
     */
    record Written(String hash, boolean changed) {}

    /** The files of a branch as they are before. */
    interface Before {
        /** The bytes of a file; empty when it is not there. */
        Optional<byte[]> file(String path) throws GitException;
    }

    /** What is to be in files, given what is. */
    interface Contents {
        Map<String, byte[]> upon(Before before) throws GitException;
    }

    /** A host may take a moment until a repository that was just made can be read. */
    void await() throws GitException, InterruptedException {
        try {
            open().close();
        } catch (GitException early) {
            Thread.sleep(UNTIL_READABLE);
            open().close();
        }
    }

    /** Writes files that differ, in one commit; none when nothing differs. */
    Written write(String subject, Contents contents) throws GitException {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return writeOnce(subject, contents);
            } catch (GitException refused) {
                if (!String.valueOf(refused.getMessage()).contains("non-fast-forward")) {
                    throw refused;
                }
            }
        }
        return writeOnce(subject, contents);
    }

    private Written writeOnce(String subject, Contents contents) throws GitException {
        try (GitWorkspace workspace = open()) {
            Map<String, TreeFile> there = new TreeMap<>();
            workspace.files().forEach(file -> there.put(file.path(), file));
            Before before =
                    path -> there.containsKey(path) ? Optional.of(workspace.read(there.get(path))) : Optional.empty();
            SortedMap<String, byte[]> differing = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : contents.upon(before).entrySet()) {
                requireFile(there, file.getKey());
                if (!before.file(file.getKey())
                        .filter(old -> Arrays.equals(old, file.getValue()))
                        .isPresent()) {
                    differing.put(file.getKey(), file.getValue());
                }
            }
            return differing.isEmpty()
                    ? new Written(workspace.head(), false)
                    : new Written(push(workspace, subject, differing), true);
        }
    }

    /** A folder on the way that is a file, or a link that leads elsewhere, is somebody's own and stays. */
    private static void requireFile(Map<String, TreeFile> there, String path) {
        String part = path;
        while (!part.isEmpty()) {
            TreeFile file = there.get(part);
            if (file != null && !(part.equals(path) && file.kind() == TreeFile.Kind.FILE)) {
                throw new CommandFailure("'" + part + "' in the repository is in the way of '" + path
                        + "': choose another --path, or take it away");
            }
            part = part.contains("/") ? part.substring(0, part.lastIndexOf('/')) : "";
        }
    }

    private String push(GitWorkspace workspace, String subject, Map<String, byte[]> files) throws GitException {
        try {
            NewCommit commit =
                    new NewCommit(files, commits.message(subject), commits.author(), clock.instant(), commits.signer());
            String hash = workspace.commit(commit);
            workspace.push(new Push("refs/heads/" + branch, hash, Push.Rule.FAST_FORWARD, List.of()));
            return hash;
        } catch (SigningException unsigned) {
            throw new CommandFailure("the commit cannot be signed: " + unsigned.message(), unsigned);
        } catch (GitException refused) {
            if (refused.problem() == Problem.REJECTED && !refused.message().contains("non-fast-forward")) {
                throw new CommandFailure(
                        "the server did not take the push to branch '" + branch + "': " + refused.message()
                                + "; if the branch is protected, let the token's owner push to it, or name another --branch",
                        refused);
            }
            throw refused;
        }
    }

    /** All files of the branch as it is now, in a new folder. */
    Path checkout() throws GitException, IOException {
        Path folder = Files.createTempDirectory(work, "checkout-");
        var _ = new JGitRemote(access, work, FetchLimits.DEFAULT)
                .fetch(new GitReference.Branch(branch), Checkout.all(folder));
        return folder;
    }

    private GitWorkspace open() throws GitException {
        return JGitWorkspace.openOrBegin(access, work, FetchLimits.DEFAULT, branch);
    }
}
