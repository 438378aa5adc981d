package io.fluxj.source.git;

import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.source.storage.AdvertisedAddress;
import io.fluxj.source.storage.ArtifactStore;
import io.fluxj.source.storage.Retention;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the steps work with.
 *
 * @param store keeps artifacts
 * @param serving what artifacts are called from outside, how long they stay, how they are hashed
 * @param secrets reads credentials
 * @param ssh restricts SSH algorithms
 * @param limits bounds on a fetch
 * @param workFolder existing folder for what is fetched
 * @param objectLevelIdentity whether the gate ObjectLevelWorkloadIdentity is open
 */
public record GitParts(
        ArtifactStore store,
        Serving serving,
        SecretReader secrets,
        SshAlgorithms ssh,
        FetchLimits limits,
        Path workFolder,
        boolean objectLevelIdentity) {

    /**
     * How artifacts are offered.
     *
     * @param address what their URLs begin with
     * @param retention how long old ones stay
     * @param digests how they are hashed
     * @param clock tells when they were made
     */
    public record Serving(AdvertisedAddress address, Retention retention, DigestAlgorithm digests, Clock clock) {}
}
