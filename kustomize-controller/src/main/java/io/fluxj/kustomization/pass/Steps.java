package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.dependency.DependencyStep;

/** The steps after the source was found, in their order; the last one is for deletion. */
record Steps(
        DependencyStep<Kustomization, KustomizationStatus> dependencies,
        TargetStep targets,
        BuildStep build,
        ApplyStep apply,
        PruneStep prune,
        HealthStep health,
        DeletionStep deletion) {}
