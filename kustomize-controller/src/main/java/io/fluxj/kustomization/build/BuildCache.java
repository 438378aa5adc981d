package io.fluxj.kustomization.build;

import io.fluxj.apply.memory.Hash;
import io.fluxj.kustomization.BuildFailure;
import io.fluxj.kustomization.generate.GeneratedTree;
import io.fluxj.kustomize.FileTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last build of each Kustomization and gives it back as long as nothing it was made of changed. What counts
 * is the artifact's digest or, for another artifact, the very files that were read: a commit elsewhere in the
 * repository builds nothing anew. Of builds that hold something confidential only digests are kept: they are made anew each time.
 */
public final class BuildCache {

    private final ManifestBuilder builder;
    private final RequestHashes hashes = new RequestHashes();
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
        return like(owner, hashes.of(request))
                .filter(last -> last.artifactDigest().equals(artifactDigest))
                .flatMap(KeptBuilds.Kept::manifests)
                .orElse(null);
    }

    private Optional<KeptBuilds.Kept> like(String owner, Hash request) {
        return kept.get(owner).filter(last -> last.request().equals(request));
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
        GeneratedTree prepared = builder.prepare(artifact, request);
        Hash hash = hashes.of(request);
        Optional<KeptBuilds.Kept> like = like(owner, hash);
        Optional<BuiltManifests> last =
                like.flatMap(KeptBuilds.Kept::manifests).filter(manifests -> isSame(manifests, prepared));
        BuiltManifests manifests = last.isPresent() ? last.get() : builder.build(prepared, request);
        keep(owner, KeptBuilds.Kept.of(artifactDigest, hash, manifests), manifests.isRepeatable());
        boolean again = like.filter(before -> before.isAgain(manifests)).isPresent();
        return new Build(manifests, last.isEmpty() && !again);
    }

    /** The file that is built does not have the unknown fields any more, so remarks on these are compared too. */
    private static boolean isSame(BuiltManifests manifests, GeneratedTree prepared) {
        return manifests.unknown().equals(prepared.unknown())
                && InputCheck.unchanged(manifests.inputs(), prepared.files());
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
