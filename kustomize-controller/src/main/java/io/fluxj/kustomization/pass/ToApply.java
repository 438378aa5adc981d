package io.fluxj.kustomization.pass;

import io.fluxj.manifest.BuiltManifests;
import io.fluxj.runtime.target.TargetCluster;

/**
 * What is to be applied, and where.
 *
 * @param fresh false when the manifests are those of the pass before
 */
record ToApply(BuiltManifests manifests, TargetCluster target, boolean fresh) {}
