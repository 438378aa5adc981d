package io.fluxj.manifest;

import io.fluxj.apply.normalise.Normaliser;
import io.fluxj.kustomize.BuildOptions;

/** What all builds have in common. */
record BuildRules(BuildOptions options, boolean strictVariables, Normaliser normaliser) {}
