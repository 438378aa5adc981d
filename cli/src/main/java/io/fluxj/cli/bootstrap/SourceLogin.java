package io.fluxj.cli.bootstrap;

import io.fluxj.cli.bootstrap.host.DeployTokens;
import io.fluxj.cli.secret.GivenKey;
import io.fluxj.git.GitUrl;
import io.fluxj.git.ssh.SshKeyPair;
import java.util.List;
import java.util.Optional;

/** By what the cluster reads the repository. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
sealed interface SourceLogin {
    /**
     * A name and password.
     *
     * @param authorities of the server in PEM; empty for the usual ones
     */
    record Password(String username, String password, String authorities) implements SourceLogin {
        @Override
        public String toString() {
            return "Password[" + username + "]";
        }
    }

    /** A bearer token. */
    record Bearer(String token, String authorities) implements SourceLogin {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** A token that the host makes for this repository alone. */
    record HostToken(DeployTokens host, String authorities) implements SourceLogin {}

    /**
     * A key.
     *
     * @param address whose server's key is asked for
     * @param hostKeys algorithms of that key, most wanted first
     * @param algorithm of a new key
     * @param given a key that is there already, with its passphrase
     */
    record Key(GitUrl address, List<String> hostKeys, SshKeyPair.Algorithm algorithm, Optional<GivenKey> given)
            implements SourceLogin {}
}
