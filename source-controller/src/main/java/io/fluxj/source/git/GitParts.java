package io.fluxj.source.git;

import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.jgit.SharedRemotes;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.runtime.git.GitIdentity;
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
 * @param remotes the repositories at which objects look
 * @param workFolder existing folder for what is fetched
 * @param requeueDependency how soon to look again for what an object waits for
 * @param identity who vouches for objects that have no credentials of their own
 */
public record GitParts(
        Storage storage,
        SecretReader secrets,
        Network network,
        SharedRemotes remotes,
        Path workFolder,
        Duration requeueDependency,
        GitIdentity identity) {

    /**
     * How servers are reached.
     *
     * @param ssh restricts SSH algorithms
     * @param proxies on the way over HTTP
     * @param longest no answer is waited for longer, whatever an object says; empty for no such bound
     */
    public record Network(SshAlgorithms ssh, Proxies proxies, Optional<Duration> longest) {}
}
