package io.fluxj.automation.source;

import io.fluxj.api.image.v1.GitPush;
import io.fluxj.api.image.v1.GitSpec;
import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.git.GitReference;
import io.fluxj.git.WorkBranch;
import io.fluxj.runtime.git.WantedReference;
import org.jspecify.annotations.Nullable;

/**
 * What is checked out and what is pushed to. Source: behaviour §6.
 *
 * @param checkout where the work begins
 * @param push short name of the branch that is pushed to
 * @param anew whether that branch always is one commit upon what is checked out, as for a pull request
 */
public record Branches(GitReference checkout, String push, boolean anew) {
    static Branches of(GitSpec git, GitRepositorySpec repository) throws SourceException {
        GitRepositoryReference ref =
                git.checkout() == null ? repository.ref() : git.checkout().ref();
        try {
            boolean anew = git.push() != null && git.push().pullRequest() != null;
            return new Branches(WantedReference.of(ref), push(git.push(), ref), anew);
        } catch (IllegalArgumentException malformed) {
            throw new SourceException(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private static String push(@Nullable GitPush push, @Nullable GitRepositoryReference ref) throws SourceException {
        if (push != null && push.branch() != null && !push.branch().isEmpty()) {
            return push.branch();
        }
        if (ref != null && ref.branch() != null && !ref.branch().isEmpty()) {
            return ref.branch();
        }
        throw new SourceException(
                "push spec not provided, and cannot be inferred from .spec.git.checkout.ref or GitRepository .spec.ref");
    }

    /** Whether what is pushed to is another branch than the one that was checked out. */
    public boolean differ() {
        return !(checkout instanceof GitReference.Branch branch && branch.name().equals(push));
    }

    WorkBranch work() {
        if (!differ()) {
            return WorkBranch.ofReference();
        }
        return anew ? WorkBranch.anew(push) : WorkBranch.continuing(push);
    }
}
