package io.fluxj.runtime.secret;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private key for SSH and the servers that may be talked to. Source: behaviour §0.2.
 *
 * @param identity private key in PEM or OpenSSH form
 * @param password passphrase of the key; empty for none
 * @param knownHosts lines of a {@code known_hosts} file
 */
public record SshIdentity(String identity, String password, String knownHosts) {
    /** Reads {@code identity}, {@code password} and {@code known_hosts}, of which any may be missing. */
    public static SshIdentity of(NamedSecret secret) {
        return new SshIdentity(secret.text("identity"), secret.text("password"), secret.text("known_hosts"));
    }

    /** The first key without which it is of no use and that is missing or empty. */
    public Optional<String> missing() {
        return Stream.of("identity", "known_hosts")
                .filter(key -> (key.equals("identity") ? identity : knownHosts).isEmpty())
                .findFirst();
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "SshIdentity[]";
    }
}
