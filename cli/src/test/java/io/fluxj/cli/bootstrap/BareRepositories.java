package io.fluxj.cli.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The repositories of a Git host, each with a branch {@code main}.
 *
 * @param folder that holds {@code OWNER/NAME.git}
 */
record BareRepositories(Path folder) {
    private static final String BRANCH = "refs/heads/main";

    /** Makes a repository without any commit. */
    void create(String name) throws IOException {
        try (Repository repository = open(name)) {
            repository.create(true);
            var _ = repository.updateRef(Constants.HEAD).link(BRANCH);
        }
    }

    /** Makes the first commit of a repository. */
    void commit(String name, String file, String text) throws IOException {
        try (Repository repository = open(name);
                ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
            TreeFormatter tree = new TreeFormatter();
            tree.append(file, FileMode.REGULAR_FILE, blob);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setMessage("Add " + file);
            commit.setAuthor(new PersonIdent("Somebody", "somebody@example.com"));
            commit.setCommitter(commit.getAuthor());
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef(BRANCH);
            update.setNewObjectId(id);
            var _ = update.update();
        }
    }

    /** Hash of the branch; empty while it is not there. */
    String head(String name) throws IOException {
        try (Repository repository = open(name)) {
            ObjectId head = repository.resolve(BRANCH);
            return head == null ? "" : head.name();
        }
    }

    /** Full messages of the commits, the oldest first. */
    List<String> messages(String name) throws IOException {
        try (Repository repository = open(name);
                RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(repository.resolve(BRANCH)));
            List<String> messages = new ArrayList<>();
            for (RevCommit commit : walk) {
                messages.addFirst(commit.getFullMessage());
            }
            return messages;
        }
    }

    /** The text of a file; empty when it is not there. */
    String file(String name, String path) throws IOException {
        try (Repository repository = open(name);
                RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(repository.resolve(BRANCH));
            try (TreeWalk tree = TreeWalk.forPath(repository, path, commit.getTree())) {
                return tree == null ? "" : text(repository, tree.getObjectId(0));
            }
        }
    }

    private static String text(Repository repository, ObjectId blob) throws IOException {
        return new String(repository.open(blob, Constants.OBJ_BLOB).getBytes(), StandardCharsets.UTF_8);
    }

    private Repository open(String name) throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(folder.resolve(name + ".git").toFile())
                .setBare()
                .build();
    }
}
