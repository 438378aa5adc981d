package io.fluxj.source.bucket;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the steps work with.
 *
 * @param storage keeps artifacts
 * @param secrets reads credentials
 * @param network how servers are reached
 * @param limits bounds on what is fetched
 * @param workFolder existing folder for what is fetched
 * @param logins who vouches for objects in clouds
 */
public record BucketParts(
        Storage storage, SecretReader secrets, Network network, Limits limits, Path workFolder, CloudLogins logins) {

    /**
     * How servers are reached.
     *
     * @param proxies on the way
     * @param longest no answer is waited for longer, whatever an object says; empty for no such bound
     */
    public record Network(Proxies proxies, Optional<Duration> longest) {}

    /**
     * Bounds.
     *
     * @param objects that are fetched
     * @param bytes of all of them
     * @param atOnce how many objects of one bucket are fetched at a time
     */
    public record Limits(int objects, long bytes, int atOnce) {
        /** What a repository of manifests never comes near. */
        public static final Limits DEFAULT = new Limits(100_000, 10L << 30, 32);
    }
}
