package io.fluxj.source.oci;

import io.fluxj.archive.ExtractionLimits;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.oci.RegistryLimits;
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
 * @param network how registries are reached
 * @param limits bounds on a fetch
 * @param workFolder existing folder for what is fetched
 * @param logins who vouches for objects in the registries of clouds
 */
public record OciParts(
        Storage storage, SecretReader secrets, Network network, Limits limits, Path workFolder, CloudLogins logins) {

    /**
     * How registries are reached.
     *
     * @param proxies on the way
     * @param longest no answer is waited for longer, whatever an object says; empty for no such bound
     */
    public record Network(Proxies proxies, Optional<Duration> longest) {}

    /**
     * Bounds on a fetch.
     *
     * @param registry on what a registry sends
     * @param extraction on what a layer unpacks to
     */
    public record Limits(RegistryLimits registry, ExtractionLimits extraction) {
        /** 4 GiB each. */
        public static final Limits DEFAULT = new Limits(
                RegistryLimits.DEFAULT, ExtractionLimits.DEFAULT.withBytes(RegistryLimits.DEFAULT.blobBytes()));
    }
}
