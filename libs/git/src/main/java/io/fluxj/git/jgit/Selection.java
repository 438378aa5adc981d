package io.fluxj.git.jgit;

import io.fluxj.git.GitRevision;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/**
 * A reference that was found.
 *
 * @param name name in the revision
 * @param tag short name of the tag that was found; empty for what is no tag
 * @param object what the reference points to: the commit, or an annotated tag
 * @param commit the commit, with tags followed to it
 */
record Selection(String name, String tag, ObjectId object, ObjectId commit) {
    /** What an advertised reference stands for. */
    static Selection of(String name, Ref ref) {
        ObjectId peeled = ref.getPeeledObjectId();
        String tag =
                ref.getName().startsWith(Constants.R_TAGS) ? ref.getName().substring(Constants.R_TAGS.length()) : "";
        return new Selection(name, tag, ref.getObjectId(), peeled == null ? ref.getObjectId() : peeled);
    }

    /** A commit that no reference needs to point to. */
    static Selection of(String name, ObjectId commit) {
        return new Selection(name, "", commit, commit);
    }

    /** The annotated tag; empty when there is none. */
    Optional<ObjectId> annotatedTag() {
        return Optional.of(object).filter(id -> !id.equals(commit));
    }

    GitRevision revision() {
        return new GitRevision(name, commit.name());
    }
}
