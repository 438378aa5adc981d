package io.fluxj.manifest.generate;

import io.fluxj.kustomize.BuildException;
import java.util.List;

/**
 * A place in a kustomization file that is being read.
 *
 * @param field such as {@code images[1].newTag}; {@code ""} for the whole file
 * @param unknown where fields are noted that are dropped
 */
record Spot(String field, List<BuildException> unknown) {

    /** What is noted of one file at most. */
    private static final int MOST = 10;

    /** Nobody mistyped a longer one. */
    private static final int LONGEST = 200;

    Spot entry(String name) {
        return new Spot(field.isEmpty() ? name : field + "." + name, unknown);
    }

    Spot element(int index) {
        return new Spot(field + "[" + index + "]", unknown);
    }

    void drop(BuildException note) {
        if (unknown.size() < MOST && field.length() <= LONGEST) {
            unknown.add(note.inField(field));
        }
    }
}
