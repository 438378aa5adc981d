package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitRevision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;

/** The references that a server advertises, and what is found among them. */
record Advertised(Map<String, Ref> refs) {
    /** What to ask the server for; a server that knows no prefixes sends all it has. */
    static List<RefSpec> wanted(GitReference reference) {
        return switch (reference) {
            case GitReference.Branch branch -> exactly(Constants.R_HEADS + branch.name());
            case GitReference.Tag tag -> exactly(Constants.R_TAGS + tag.name());
            case GitReference.TagRange _ -> List.of(new RefSpec("refs/tags/*:refs/tags/*"));
            case GitReference.FullName full -> exactly(full.name());
            case GitReference.Commit commit -> exactly(Constants.R_HEADS + commit.branch());
        };
    }

    /** What Git allows no reference to be called ({@code a*}, {@code a:b}, nothing) is not there, and JGit would not ask for it. */
    private static List<RefSpec> exactly(String ref) {
        return List.of(new RefSpec(Repository.isValidRefName(ref) ? ref : Constants.HEAD));
    }

    /**
     * What the reference stands for; more than one only where tags tie for a version.
     *
     * @throws GitException when there is no such reference
     */
    List<Selection> select(GitReference reference) throws GitException {
        return switch (reference) {
            case GitReference.Branch branch -> named(branch.name(), Constants.R_HEADS + branch.name());
            case GitReference.Tag tag -> named(tag.name(), Constants.R_TAGS + tag.name());
            case GitReference.TagRange range -> inRange(range);
            case GitReference.FullName full -> fullyNamed(full.name());
            case GitReference.Commit commit -> onBranch(commit);
        };
    }

    private List<Selection> onBranch(GitReference.Commit commit) throws GitException {
        if (!commit.branch().isEmpty()) {
            named(commit.branch(), Constants.R_HEADS + commit.branch());
        }
        return List.of(hashed(commit));
    }

    private List<Selection> named(String name, String ref) throws GitException {
        Ref found = refs.get(ref);
        if (found == null) {
            throw missing("couldn't find remote ref \"" + ref + "\"");
        }
        return List.of(Selection.of(name, found));
    }

    private List<Selection> fullyNamed(String name) throws GitException {
        Ref found = refs.get(name);
        if (found == null) {
            throw missing("unable to resolve ref '" + name + "' to a specific commit");
        }
        return List.of(Selection.of(name, found));
    }

    private List<Selection> inRange(GitReference.TagRange range) throws GitException {
        Map<String, Ref> tags = refs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Constants.R_TAGS))
                .collect(Collectors.toMap(e -> e.getKey().substring(Constants.R_TAGS.length()), Map.Entry::getValue));
        Set<String> chosen = range.selector().choose(tags.keySet());
        if (chosen.isEmpty()) {
            throw missing("no match found for semver: " + range.range());
        }
        return tags.entrySet().stream()
                .filter(tag -> chosen.contains(tag.getKey()))
                .map(tag -> Selection.of(tag.getKey(), tag.getValue()))
                .toList();
    }

    /** A commit by its hash, whatever is advertised. */
    static Selection hashed(GitReference.Commit commit) throws GitException {
        if (!GitRevision.isHash(commit.hash())) {
            throw missing("unable to resolve commit object for '" + commit.hash() + "': object not found");
        }
        return Selection.of(commit.branch(), ObjectId.fromString(commit.hash()));
    }

    private static GitException missing(String message) {
        return new GitException(Problem.REFERENCE_NOT_FOUND, message);
    }
}
