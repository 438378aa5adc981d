package io.fluxj.source.git;

import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.source.storage.AdvertisedAddress;
import io.fluxj.source.storage.ArtifactStore;
import io.fluxj.source.storage.Retention;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What the steps work with.
 *
 * @param store keeps artifacts
 * @param serving what artifacts are called from outside, how long they stay, how they are hashed
 * @param secrets reads credentials
 * @param network how servers are reached
 * @param limits bounds on a fetch
 * @param workFolder existing folder for what is fetched
 * @param objectLevelIdentity whether the gate ObjectLevelWorkloadIdentity is open
 */
public record GitParts(
        ArtifactStore store,
        Serving serving,
        SecretReader secrets,
        Network network,
        FetchLimits limits,
        Path workFolder,
        boolean objectLevelIdentity) {

    /**
     * How servers are reached.
     *
     * @param ssh restricts SSH algorithms
     * @param proxies on the way over HTTP
     * @param longest no answer is waited for longer, whatever an object says; empty for no such bound
     */
    public record Network(SshAlgorithms ssh, Proxies proxies, Optional<Duration> longest) {}

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
