package io.fluxj.kustomize.filter;

import io.fluxj.kustomize.resource.ResourceMap;

/** Changes objects in place. */
@FunctionalInterface
public interface Transformer {

    /**
     * Carries the change out.
     *
     * @throws io.fluxj.kustomize.BuildException if an object does not allow it
     */
    void transform(ResourceMap resources);
}
