package io.fluxj.git.jgit;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.TreeFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * The files of a commit.
 *
 * @param commit zero for none, which has no files
 * @param limits how many there may be, and how large one may be
 */
record CommitTree(Repository repository, ObjectId commit, FetchLimits limits) {
    List<TreeFile> files() throws IOException, GitException {
        List<TreeFile> files = new ArrayList<>();
        if (commit.equals(ObjectId.zeroId())) {
            return files;
        }
        WriteBudget budget = new WriteBudget(limits);
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree(repository, commit));
            walk.setRecursive(false);
            while (walk.next()) {
                budget.file();
                if (walk.isSubtree()) {
                    budget.depth(walk.getDepth() + 1, walk.getPathString());
                    walk.enterSubtree();
                } else {
                    files.add(new TreeFile(walk.getPathString(), kind(walk.getFileMode())));
                }
            }
        }
        return files;
    }

    private static TreeFile.Kind kind(FileMode mode) {
        if (mode.equals(FileMode.SYMLINK)) {
            return TreeFile.Kind.LINK;
        }
        return mode.equals(FileMode.GITLINK) ? TreeFile.Kind.SUBMODULE : TreeFile.Kind.FILE;
    }

    static ObjectId tree(Repository repository, ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(commit).getTree().getId();
        }
    }

    byte[] read(String path) throws IOException, GitException {
        if (commit.equals(ObjectId.zeroId())) {
            throw missing(path);
        }
        try (@Nullable TreeWalk walk = TreeWalk.forPath(repository, path, tree(repository, commit))) {
            if (walk == null) {
                throw missing(path);
            }
            ObjectLoader blob = repository.open(walk.getObjectId(0));
            if (blob.getSize() > limits.received().objectBytes()) {
                throw new GitException(Problem.REFUSED, "the file " + ServerText.of(path) + " is too large");
            }
            return blob.getBytes(Math.toIntExact(limits.received().objectBytes()));
        }
    }

    private static GitException missing(String path) {
        return new GitException(Problem.REFERENCE_NOT_FOUND, "the commit has no file " + ServerText.of(path));
    }
}
