package io.fluxj.kustomization.build;

import io.fluxj.kustomize.FileTree;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.BuiltManifests;
import io.fluxj.manifest.ManifestBuilder;
import io.fluxj.manifest.PreparedBuild;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last build of each Kustomization and gives it back as long as nothing it was made of changed. What counts
 * is the artifact's digest or, for another artifact, the very files that were read: a commit elsewhere in the
 * repository builds nothing anew. It lies here and not with the builder, because only who lives on and knows owners can tell how long a build
 * is worth keeping. Of builds that hold something confidential only digests are kept: they are made anew each time.
 */
public final class BuildCache {

    private final ManifestBuilder builder;
    private final VariableHashes hashes = new VariableHashes();
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
        return like(owner, BuildKey.of(request, hashes))
                .filter(last -> last.artifactDigest().equals(artifactDigest))
                .flatMap(KeptBuilds.Kept::manifests)
                .orElse(null);
    }

    private Optional<KeptBuilds.Kept> like(String owner, BuildKey key) {
        return kept.get(owner).filter(last -> last.key().equals(key));
    }

    /**
     * A build.
     *
     * @param fresh false when it is the one of an earlier pass, or the same
     */
    public record Build(BuiltManifests manifests, boolean fresh) {}

    /** The last build if its inputs are still the same, else a new one. */
    public Build build(String owner, String artifactDigest, FileTree artifact, BuildRequest request)
            throws BuildFailure {
        PreparedBuild prepared = builder.prepare(artifact, request);
        BuildKey key = BuildKey.of(request, hashes);
        Optional<KeptBuilds.Kept> like = like(owner, key);
        Optional<BuiltManifests> last = like.flatMap(KeptBuilds.Kept::manifests).filter(prepared::readsTheSameAs);
        BuiltManifests manifests = last.isPresent() ? last.get() : prepared.build();
        keep(owner, KeptBuilds.Kept.of(artifactDigest, key, manifests), manifests.isRepeatable());
        boolean again = like.filter(before -> before.isAgain(manifests)).isPresent();
        return new Build(manifests, last.isEmpty() && !again);
    }

    private void keep(String owner, KeptBuilds.Kept build, boolean repeatable) {
        if (repeatable) {
            kept.put(owner, build);
        } else {
            kept.remove(owner);
        }
    }

    /** Forgets the build of a Kustomization that is gone. */
    public void forget(String owner) {
        kept.remove(owner);
    }
}
