package io.fluxj.sops.vault;

import io.fluxj.sops.key.KeyException;
import java.net.URI;

/** Gives the token for a server. The address is what a file says, so whoever wrote the file chose it. */
@FunctionalInterface
public interface VaultTokens {
    /**
     * The token to show to that server.
     *
     * @throws KeyException if there is none, or the server is not to be asked
     */
    String of(URI address) throws KeyException;
}
