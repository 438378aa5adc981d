package io.fluxj.runtime.storage;

import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.options.ArtifactOptions;
import java.time.Clock;
import java.util.Map;

/**
 * Where artifacts lie and how they are offered; one for all kinds.
 *
 * @param store keeps them
 * @param address what their URLs begin with
 * @param retention how long old ones stay
 * @param digests how they are hashed
 * @param clock tells when they were made
 */
public record Storage(
        ArtifactStore store, AdvertisedAddress address, Retention retention, DigestAlgorithm digests, Clock clock) {
    /**
     * A store by a controller's flags.
     *
     * @param variables environment variables
     * @throws IllegalArgumentException when there is no such way to hash
     */
    public static Storage of(ArtifactStore store, ArtifactOptions options, Map<String, String> variables) {
        return new Storage(
                store,
                AdvertisedAddress.of(options.advertised(), options.address(), variables),
                new Retention(options.retentionTtl(), options.retentionRecords()),
                DigestAlgorithm.named(options.digestAlgorithm()),
                Clock.systemUTC());
    }
}
