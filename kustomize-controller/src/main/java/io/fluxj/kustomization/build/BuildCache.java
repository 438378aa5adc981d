package io.fluxj.kustomization.build;

import io.fluxj.kustomization.BuildFailure;
import io.fluxj.kustomize.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last build of each Kustomization and gives it back as long as nothing it was made of changed. What counts
 * is the artifact's digest or, for another artifact, the very files that were read: a commit elsewhere in the
 * repository builds nothing anew.
 */
public final class BuildCache {

    private final ManifestBuilder builder;
    private final KeptBuilds kept;

    /**
     * An empty cache.
     *
     * @param capacity how many bytes of built YAML to keep; what was not used for longest goes first
     */
    public BuildCache(ManifestBuilder builder, long capacity) {
        this.builder = builder;
        this.kept = new KeptBuilds(capacity);
    }

    /**
     * The last build, if the artifact and the request are those it was made of.
     *
     * @param owner of the build, for example its name
     */
    public @Nullable BuiltManifests peek(String owner, String artifactDigest, BuildRequest request) {
        return kept.get(owner)
                .filter(last -> last.artifactDigest().equals(artifactDigest))
                .filter(last -> last.request().isLike(request))
                .map(KeptBuilds.Kept::manifests)
                .orElse(null);
    }

    /**
     * A build.
     *
     * @param fresh false when it is the one of an earlier pass
     */
    public record Build(BuiltManifests manifests, boolean fresh) {}

    /** The last build if its inputs are still the same, else a new one. */
    public Build build(String owner, String artifactDigest, FileTree artifact, BuildRequest request)
            throws BuildFailure {
        FileTree prepared = builder.prepare(artifact, request);
        BuiltManifests last = kept.get(owner)
                .filter(build -> build.request().isLike(request))
                .map(KeptBuilds.Kept::manifests)
                .filter(manifests -> InputCheck.unchanged(manifests.inputs(), prepared))
                .orElse(null);
        BuiltManifests manifests = last == null ? builder.build(prepared, request) : last;
        if (manifests.isRepeatable()) {
            kept.put(owner, new KeptBuilds.Kept(artifactDigest, request, manifests));
        } else {
            kept.remove(owner);
        }
        return new Build(manifests, last == null);
    }

    /** Forgets the build of a Kustomization that is gone. */
    public void forget(String owner) {
        kept.remove(owner);
    }
}
