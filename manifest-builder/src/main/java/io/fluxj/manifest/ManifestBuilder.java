package io.fluxj.manifest;

import io.fluxj.apply.normalise.Normaliser;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.generate.KustomizationGenerator;

/** Builds manifests: makes the kustomization file, runs kustomize on it, substitutes variables. Any number of builds may run at once. */
public final class ManifestBuilder {

    private final BuildRules rules;

    /**
     * One for a whole process.
     *
     * @param remoteBases fetches what a kustomization names by URL
     * @param strictVariables whether a variable that is not set fails the build
     */
    public ManifestBuilder(RemoteBases remoteBases, boolean strictVariables) {
        this.rules =
                new BuildRules(BuildOptions.flux().withRemoteBases(remoteBases), strictVariables, new Normaliser());
    }

    /**
     * Builds.
     *
     * @param artifact the files; they stay as they are
     * @throws BuildFailure if they do not build; says what people have to change, and where
     */
    public BuiltManifests build(FileTree artifact, BuildRequest request) throws BuildFailure {
        return prepare(artifact, request).build();
    }

    /** The first step of {@link #build} alone, for those who may have the rest from an earlier build. */
    public PreparedBuild prepare(FileTree artifact, BuildRequest request) throws BuildFailure {
        return new PreparedBuild(
                rules, KustomizationGenerator.generate(artifact, request.directory(), request.spec()), request);
    }
}
