package io.fluxj.kustomize;

/** The order of the output where {@code sortOptions} of the entry kustomization does not say. */
public enum Reorder {
    /** In order of accumulation; Flux builds so. */
    NONE,
    /** Namespaces and other groundwork first, webhooks last; the default of the command line. */
    LEGACY
}
