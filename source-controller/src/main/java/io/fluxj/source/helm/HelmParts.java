package io.fluxj.source.helm;

import io.fluxj.net.proxy.Proxies;
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
 * @param proxies the way to servers
 * @param longest no answer is waited for longer, whatever an object says; empty for no such bound
 * @param indexMaxSize of the file that is downloaded, in bytes
 * @param workFolder existing folder for what is fetched
 */
public record HelmParts(
        Storage storage,
        SecretReader secrets,
        Proxies proxies,
        Optional<Duration> longest,
        long indexMaxSize,
        Path workFolder) {}
