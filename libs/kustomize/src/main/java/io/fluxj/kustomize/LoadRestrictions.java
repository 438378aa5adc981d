package io.fluxj.kustomize;

/** Which files a kustomization may name besides those of its own bases. */
public enum LoadRestrictions {
    /** Any file of the tree; Flux builds so. */
    NONE,
    /** Only files in or below the kustomization's own directory; the default of the command line. */
    ROOT_ONLY
}
