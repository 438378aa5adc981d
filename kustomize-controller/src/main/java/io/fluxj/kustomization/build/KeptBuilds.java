package io.fluxj.kustomization.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds by owner, at most so many bytes of them; what was not used for longest goes first. */
final class KeptBuilds {

    private final long capacity;
    private final LinkedHashMap<String, Kept> builds = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    KeptBuilds(long capacity) {
        this.capacity = capacity;
    }

    /** A build and what it was made of. */
    record Kept(String artifactDigest, BuildRequest request, BuiltManifests manifests) {}

    synchronized Optional<Kept> get(String owner) {
        return Optional.ofNullable(builds.get(owner));
    }

    synchronized void put(String owner, Kept build) {
        remove(owner);
        if (build.manifests().bytes() > capacity) {
            return;
        }
        builds.put(owner, build);
        size += build.manifests().bytes();
        while (size > capacity) {
            Map.Entry<String, Kept> oldest = builds.firstEntry();
            remove(oldest.getKey());
        }
    }

    synchronized void remove(String owner) {
        Kept gone = builds.remove(owner);
        size -= gone == null ? 0 : gone.manifests().bytes();
    }
}
