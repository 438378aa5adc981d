package io.fluxj.sops.age;

import io.fluxj.sops.key.KeyException;
import java.util.ArrayList;
import java.util.List;

/** Secret keys of age. */
public final class AgeIdentities {
    private static final String SSH = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String X25519 = "AGE-SECRET-KEY-1";
    private static final String HYBRID = "AGE-SECRET-KEY-PQ-1";
    private static final String PLUGIN = "AGE-PLUGIN-";

    private final List<Identity> identities = new ArrayList<>();

    /** None. */
    public AgeIdentities() {}

    /**
     * Adds the keys of a file: one on each line, but for empty lines and comments.
     *
     * @throws KeyException if a line is none; the message tells nothing of it
     */
    public AgeIdentities add(String file) throws KeyException {
        for (String line : file.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                identities.add(identity(line));
            }
        }
        return this;
    }

    /**
     * Adds an SSH key of type Ed25519 or RSA without a passphrase, or the keys of a file.
     *
     * @throws KeyException if it is none; the message tells nothing of it
     */
    public AgeIdentities addAny(String file) throws KeyException {
        int ssh = file.indexOf(SSH);
        if (ssh < 0) {
            return add(file);
        }
        try {
            identities.add(SshKeys.read(file.substring(ssh)));
            return this;
        } catch (AgeException e) {
            throw new KeyException("malformed SSH identity: " + e.getMessage());
        }
    }

    private static Identity identity(String line) throws KeyException {
        if (line.startsWith(PLUGIN)) {
            throw failed("plugins are programs of their own, and are not run");
        }
        boolean hybrid = line.startsWith(HYBRID);
        if (!hybrid && !line.startsWith(X25519)) {
            throw failed("unknown identity type");
        }
        try {
            byte[] secret = Bech32.decode(line);
            return hybrid ? new HybridIdentity(secret) : new X25519Identity(secret);
        } catch (AgeException e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    private static KeyException failed(String why) {
        return new KeyException("failed to parse and add to age identities: " + why);
    }

    List<Identity> all() {
        return List.copyOf(identities);
    }
}
