package io.fluxj.runtime.peer;

import java.nio.file.Path;
import java.util.List;

/**
 * How controllers recognise each other.
 *
 * @param namespace of the installation
 * @param secret in it: {@code ca.crt}, {@code tls.crt}, {@code tls.key}
 * @param token file of the token that proves who this controller is
 * @param accounts that may call, {@code namespace/name} or {@code namespace/*}; all of the installation's namespace when empty
 */
public record PeerSettings(PeerMode mode, String namespace, String secret, Path token, List<String> accounts) {
    /** Whom the tokens are for. No other service takes them, and none that others take is taken here. */
    public static final String AUDIENCE = "peers.fluxj.io";

    public PeerSettings {
        for (String account : accounts) {
            if (!account.matches("[^/\\s]+/[^/\\s]+")) {
                throw new IllegalArgumentException("--peer-accounts=" + account
                        + " names no service account: write NAMESPACE/NAME or NAMESPACE/*");
            }
        }
        accounts = accounts.isEmpty() ? List.of(namespace + "/*") : List.copyOf(accounts);
    }

    /** Whether an account, {@code namespace/name}, may call. */
    boolean allows(String account) {
        String all = account.substring(0, account.indexOf('/') + 1) + "*";
        return accounts.contains(account) || accounts.contains(all);
    }
}
