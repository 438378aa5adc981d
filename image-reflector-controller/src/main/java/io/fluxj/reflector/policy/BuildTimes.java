package io.fluxj.reflector.policy;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When images were built, remembered by their digests, under which nothing ever changes. Safe for use by several threads. */
final class BuildTimes {
    private static final int MOST = 50_000;

    private final Map<Key, Built> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Built> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Whoever may not read a repository learns nothing of it from here, since its digest has to be asked for each time.
     *
     * @param repository with its registry
     */
    private record Key(String repository, Digest digest) {}

    /** What an image says of itself. */
    private record Built(Optional<Instant> time) {}

    /**
     * When the image under a tag was built; empty when it does not say, or there is none under the tag any more.
     *
     * @throws RegistryException when the registry does not tell
     */
    Optional<Instant> of(Registry registry, Reference.Tag tag) throws RegistryException, InterruptedException {
        try {
            Digest digest = registry.resolve(tag);
            Key key = new Key(tag.repository().toString(), digest);
            Optional<Built> before = remembered(key);
            if (before.isPresent()) {
                return before.get().time();
            }
            Built built = new Built(ask(registry, tag.repository().digest(digest)));
            remember(key, built);
            return built.time();
        } catch (RegistryException missing) {
            if (missing.problem() == RegistryException.Problem.NOT_FOUND) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    private static Optional<Instant> ask(Registry registry, Reference reference)
            throws RegistryException, InterruptedException {
        Manifest.Image image = registry.image(reference);
        Optional<Descriptor> config = image.config();
        byte[] bytes = config.isPresent() ? registry.bytes(reference.repository(), config.get()) : new byte[0];
        return BuildTime.of(image, bytes);
    }

    private synchronized Optional<Built> remembered(Key key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized void remember(Key key, Built built) {
        known.put(key, built);
    }
}
