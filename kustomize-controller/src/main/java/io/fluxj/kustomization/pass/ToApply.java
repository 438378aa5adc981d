package io.fluxj.kustomization.pass;

import io.fluxj.manifest.BuiltManifests;
import io.fluxj.runtime.target.TargetCluster;

/** What is to be applied, and where. */
record ToApply(BuiltManifests manifests, TargetCluster target) {}
