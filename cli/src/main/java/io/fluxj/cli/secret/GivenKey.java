package io.fluxj.cli.secret;

import io.fluxj.git.ssh.SshKeyPair;

/**
 * A private key that somebody made.
 *
 * @param passphrase empty for none
 */
public record GivenKey(SshKeyPair keys, String passphrase) {
    /** The public half. */
    @Override
    public String toString() {
        return "GivenKey[" + keys + "]";
    }
}
