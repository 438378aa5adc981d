package io.fluxj.runtime.identity;

import java.time.Instant;

/**
 * Who somebody is to a registry, for some time.
 *
 * @param password shown by nothing
 */
public record RegistryPassword(String username, String password, Instant expires) implements Expiring {
    /** Without the password. */
    @Override
    public String toString() {
        return "RegistryPassword[" + username + ", expires=" + expires + "]";
    }
}
