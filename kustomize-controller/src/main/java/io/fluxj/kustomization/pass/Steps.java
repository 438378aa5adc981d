package io.fluxj.kustomization.pass;

/** The steps after the source was found, in their order; the last one is for deletion. */
record Steps(
        DependencyStep dependencies,
        BuildStep build,
        ApplyStep apply,
        PruneStep prune,
        HealthStep health,
        DeletionStep deletion) {}
