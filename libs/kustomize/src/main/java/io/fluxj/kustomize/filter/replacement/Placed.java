package io.fluxj.kustomize.filter.replacement;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.Replacement;

/**
 * A replacement and where it stands.
 *
 * @param field field of the kustomization file, {@code ""} if it is not in one
 */
public record Placed(String field, Replacement replacement) {

    BuildException locate(BuildException failure) {
        return field.isEmpty() ? failure : failure.inField(field);
    }
}
