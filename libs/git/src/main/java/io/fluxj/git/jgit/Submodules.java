package io.fluxj.git.jgit;

import io.fluxj.git.Checkout;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;

/** Writes the files of a commit's submodules, and of theirs, within the bounds of the one operation. Belongs to one thread. */
final class Submodules {
    private static final int MOST = 100;
    private static final int DEEPEST = 10;

    private final SubmoduleAddress addresses;
    private final Path scratchFolder;
    private final Guard guard;
    private final WriteBudget budget;
    private int count;

    Submodules(GitAccess root, Path scratchFolder, Guard guard, WriteBudget budget) {
        this.addresses = new SubmoduleAddress(root);
        this.scratchFolder = scratchFolder;
        this.guard = guard;
        this.budget = budget;
    }

    /**
     * A commit that is written and may have submodules.
     *
     * @param url where it came from
     * @param tree its tree
     * @param links its submodules
     * @param folder holds its files
     * @param place where the folder lies
     */
    record Written(GitUrl url, ObjectId tree, List<Gitlink> links, Path folder, Place place) {}

    /**
     * Where a work tree lies in that of the root.
     *
     * @param git where Git would keep its objects, seen from the root's folder
     * @param folders how many names lie between its folder and the root's
     * @param level how many repositories it lies within
     */
    record Place(String git, int folders, int level) {
        static final Place ROOT = new Place(".git", 0, 0);

        Place below(Gitlink link, String name) {
            return new Place(git + "/modules/" + name, folders + link.depth(), level + 1);
        }

        /** What Git leaves in the folder of a submodule. */
        String pointer() {
            return "gitdir: " + "../".repeat(folders) + git + "\n";
        }
    }

    /** Fills the folders of a commit's submodules. A link that {@code .gitmodules} does not know stays an empty folder, as in Git. */
    void write(ObjectReader objects, Written parent) throws GitException, IOException {
        if (parent.links().isEmpty()) {
            return;
        }
        Gitmodules modules = Gitmodules.of(objects, parent.tree());
        for (Gitlink link : parent.links()) {
            Optional<Gitmodules.Module> module = modules.at(link.path());
            if (module.isPresent()) {
                writeExplained(parent, link, module.get());
            }
        }
    }

    private void writeExplained(Written parent, Gitlink link, Gitmodules.Module module)
            throws GitException, IOException {
        try {
            write(parent, link, module);
        } catch (GitException failed) {
            throw new GitException(
                    problem(failed), "submodule '" + ServerText.of(link.path()) + "': " + failed.message(), failed);
        }
    }

    /** That a submodule is empty, or lacks the commit, is not so of the repository. */
    private static Problem problem(GitException failed) {
        return switch (failed.problem()) {
            case EMPTY_REPOSITORY, REFERENCE_NOT_FOUND, AUTHENTICATION -> Problem.PROTOCOL;
            case REPOSITORY_NOT_FOUND,
                    IDENTITY,
                    HOST_KEY,
                    CERTIFICATE,
                    UNREACHABLE,
                    TIMEOUT,
                    UNSUPPORTED,
                    REFUSED,
                    REJECTED,
                    PROTOCOL -> failed.problem();
        };
    }

    private void write(Written parent, Gitlink link, Gitmodules.Module module) throws GitException, IOException {
        count++;
        Place place = parent.place().below(link, module.name());
        WriteBudget.require(count <= MOST, "has more than " + MOST + " submodules");
        WriteBudget.require(place.level() <= DEEPEST, "has submodules more than " + DEEPEST + " levels deep");
        GitAccess access = addresses.access(parent.url(), module.url());
        try (ScratchRepository scratch = ScratchRepository.create(scratchFolder, guard)) {
            Selection commit = fetch(access, scratch, link);
            Path folder = parent.folder().resolve(link.path());
            write(scratch, Checkout.all(folder), commit, access.url(), place);
        }
    }

    private Selection fetch(GitAccess access, ScratchRepository scratch, Gitlink link)
            throws GitException, IOException {
        try {
            return new CommitFetch(access, scratch, guard).fetch(new GitReference.Commit(link.hash(), ""));
        } catch (GitException failed) {
            throw new GitException(failed.problem(), access.url().shown() + ": " + failed.message(), failed);
        }
    }

    private void write(ScratchRepository scratch, Checkout checkout, Selection commit, GitUrl url, Place place)
            throws GitException, IOException {
        try (ObjectReader objects = scratch.repository().newObjectReader();
                RevWalk walk = new RevWalk(objects)) {
            ObjectId tree = walk.parseCommit(commit.commit()).getTree().getId();
            TreeWriter writer = new TreeWriter(objects, checkout, budget, guard.deadline());
            writer.write(tree);
            Files.writeString(checkout.folder().resolve(".git"), place.pointer(), StandardOpenOption.CREATE_NEW);
            write(objects, new Written(url, tree, writer.gitlinks(), checkout.folder(), place));
        }
    }
}
