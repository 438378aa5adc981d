package io.fluxj.reflector.repository;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.secret.SecretReader;

/**
 * How registries are reached.
 *
 * @param secrets reads credentials
 * @param proxies on the way, unless an object names another
 * @param limits on what they send
 * @param logins who vouches for objects in the registries of clouds
 */
public record RegistryParts(SecretReader secrets, Proxies proxies, RegistryLimits limits, CloudLogins logins) {}
