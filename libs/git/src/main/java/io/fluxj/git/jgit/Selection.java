package io.fluxj.git.jgit;

import io.fluxj.git.GitRevision;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/**
 * A reference that was found.
 *
 * @param name name in the revision
 * @param commit the commit, with tags followed to it
 */
record Selection(String name, ObjectId commit) {
    /** What an advertised reference stands for. */
    static Selection of(String name, Ref ref) {
        ObjectId peeled = ref.getPeeledObjectId();
        return new Selection(name, peeled == null ? ref.getObjectId() : peeled);
    }

    GitRevision revision() {
        return new GitRevision(name, commit.name());
    }
}
