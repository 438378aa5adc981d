package io.fluxj.kustomization.build;

import io.fluxj.kustomize.FileTree;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last build of each Kustomization and gives it back as long as nothing it was made of changed. What counts
 * is the artifact's digest or, for another artifact, the very files that were read: a commit elsewhere in the
 * repository builds nothing anew.
 */
public final class BuildCache {

    private final ManifestBuilder builder;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String artifactDigest, BuildRequest request, BuiltManifests manifests) {}

    public BuildCache(ManifestBuilder builder) {
        this.builder = builder;
    }

    /**
     * The last build, if the artifact and the request are those it was made of.
     *
     * @param owner of the build, for example a uid
     */
    public @Nullable BuiltManifests peek(String owner, String artifactDigest, BuildRequest request) {
        Kept last = kept.get(owner);
        boolean same = last != null
                && last.artifactDigest().equals(artifactDigest)
                && last.request().isLike(request);
        return same && last != null ? last.manifests() : null;
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
        Kept last = kept.get(owner);
        boolean same = last != null
                && last.request().isLike(request)
                && InputCheck.unchanged(last.manifests().inputs(), prepared);
        BuiltManifests manifests = last != null && same ? last.manifests() : builder.build(prepared, request);
        if (manifests.isRepeatable()) {
            kept.put(owner, new Kept(artifactDigest, request, manifests));
        } else {
            kept.remove(owner);
        }
        return new Build(manifests, !same);
    }

    /** Forgets the build of a Kustomization that is gone. */
    public void forget(String owner) {
        kept.remove(owner);
    }
}
