package io.fluxj.runtime.identity;

/** A cloud with registries that it lets its own identities into. */
public interface RegistryCloud {
    /**
     * Who somebody is to a registry.
     *
     * @param host of the registry
     * @param caller asks the cloud
     * @throws IdentityException when the host is no registry of this cloud, or it vouches for nobody
     */
    RegistryPassword login(String host, Principal who, Caller caller) throws IdentityException;
}
