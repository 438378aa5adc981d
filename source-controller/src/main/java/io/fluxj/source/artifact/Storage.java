package io.fluxj.source.artifact;

import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.source.storage.AdvertisedAddress;
import io.fluxj.source.storage.ArtifactStore;
import io.fluxj.source.storage.Retention;
import java.time.Clock;

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
        ArtifactStore store, AdvertisedAddress address, Retention retention, DigestAlgorithm digests, Clock clock) {}
