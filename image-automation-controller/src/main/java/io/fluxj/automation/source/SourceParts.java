package io.fluxj.automation.source;

import io.fluxj.git.SshAlgorithms;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.runtime.git.GitIdentity;
import io.fluxj.runtime.secret.SecretReader;

/**
 * How repositories are reached.
 *
 * @param secrets reads credentials
 * @param ssh restricts SSH algorithms
 * @param proxies on the way over HTTP
 * @param identity who vouches for repositories without credentials of their own
 * @param place where fetched objects go
 */
public record SourceParts(
        SecretReader secrets, SshAlgorithms ssh, Proxies proxies, GitIdentity identity, GitSource.Place place) {}
