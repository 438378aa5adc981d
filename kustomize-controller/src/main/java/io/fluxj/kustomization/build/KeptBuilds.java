package io.fluxj.kustomization.build;

import io.fluxj.manifest.BuiltManifests;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds by owner, at most so many bytes of them; what was not used for longest goes first. */
final class KeptBuilds {

    private static final long BYTES_OF_DIGESTS = 256;

    private final long capacity;
    private final LinkedHashMap<String, Kept> builds = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    KeptBuilds(long capacity) {
        this.capacity = capacity;
    }

    /**
     * A build and what it was made of.
     *
     * @param artifactDigest of the artifact
     * @param key everything else it was made of
     * @param digest of the manifests
     * @param manifests empty when they are confidential: then only the digest is kept, by which the next build is compared
     */
    record Kept(String artifactDigest, BuildKey key, String digest, Optional<BuiltManifests> manifests) {

        static Kept of(String artifactDigest, BuildKey key, BuiltManifests built) {
            return new Kept(
                    artifactDigest, key, built.digest(), built.confidential() ? Optional.empty() : Optional.of(built));
        }

        long bytes() {
            return manifests.map(BuiltManifests::bytes).orElse(BYTES_OF_DIGESTS);
        }

        /** Whether the build, made anew because the last one was not kept, is the same. */
        boolean isAgain(BuiltManifests built) {
            return manifests.isEmpty() && digest.equals(built.digest());
        }
    }

    synchronized Optional<Kept> get(String owner) {
        return Optional.ofNullable(builds.get(owner));
    }

    synchronized void put(String owner, Kept build) {
        remove(owner);
        if (build.bytes() > capacity) {
            return;
        }
        builds.put(owner, build);
        size += build.bytes();
        while (size > capacity) {
            Map.Entry<String, Kept> oldest = builds.firstEntry();
            remove(oldest.getKey());
        }
    }

    synchronized void remove(String owner) {
        Kept gone = builds.remove(owner);
        size -= gone == null ? 0 : gone.bytes();
    }
}
