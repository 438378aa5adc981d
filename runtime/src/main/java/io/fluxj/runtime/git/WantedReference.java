package io.fluxj.runtime.git;

import io.fluxj.api.source.v1.GitRepositoryReference;
import io.fluxj.git.GitReference;
import org.jspecify.annotations.Nullable;

/** What {@code spec.ref} asks for: commit, name, tag, semver, branch, in this order. Source: behaviour §1.3. */
public final class WantedReference {
    private static final String DEFAULT_BRANCH = "master";

    private WantedReference() {}

    /**
     * The reference.
     *
     * @throws IllegalArgumentException when its range of versions is none
     */
    public static GitReference of(@Nullable GitRepositoryReference ref) {
        if (ref == null) {
            return new GitReference.Branch(DEFAULT_BRANCH);
        }
        if (isSet(ref.commit())) {
            return new GitReference.Commit(text(ref.commit()), text(ref.branch()));
        }
        if (isSet(ref.name())) {
            return new GitReference.FullName(text(ref.name()));
        }
        if (isSet(ref.tag())) {
            return new GitReference.Tag(text(ref.tag()));
        }
        if (isSet(ref.semver())) {
            return VersionTags.inRange(text(ref.semver()));
        }
        return new GitReference.Branch(isSet(ref.branch()) ? text(ref.branch()) : DEFAULT_BRANCH);
    }

    private static boolean isSet(@Nullable String text) {
        return !text(text).isEmpty();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
