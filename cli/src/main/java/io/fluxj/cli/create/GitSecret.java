package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import io.fluxj.cli.secret.GivenKey;
import io.fluxj.cli.secret.KeyFlags;
import io.fluxj.cli.secret.SecretManifest;
import io.fluxj.git.GitException;
import io.fluxj.git.GitUrl;
import io.fluxj.git.ssh.HostKeyScan;
import io.fluxj.git.ssh.SshKeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Secret by which a Git repository is read. */
record GitSecret(Session session, KeyFlags keys, String namespace, String name) {
    /** Of a key: the one that flags name, or a new one, whose public half the host must learn. */
    ObjectNode ofKey(GitUrl address, String passphrase, boolean asks) throws GitException {
        Optional<GivenKey> given = keys.given(passphrase);
        SshKeyPair pair = given.map(GivenKey::keys).orElseGet(() -> SshKeyPair.generate(keys.algorithm()));
        if (given.isEmpty()) {
            session.terminal()
                    .success("deploy key: %s".formatted(pair.publicKey().strip()));
            if (asks && !session.terminal().confirm("Have you added the deploy key to your repository?")) {
                throw new CommandFailure("aborting");
            }
        }
        Map<String, String> values = new TreeMap<>(Map.of(
                "identity", pair.privateKey(),
                "identity.pub", pair.publicKey(),
                "known_hosts",
                        new HostKeyScan(address.host(), address.port(), keys.hostKeys())
                                .knownHosts(session.timeout())));
        String needed = given.map(GivenKey::passphrase).orElse("");
        if (!needed.isEmpty()) {
            values.put("password", needed);
        }
        return SecretManifest.of(namespace, name, "", values);
    }

    /** Of a name and password, or a bearer token. */
    ObjectNode ofPassword(String username, String password, String bearerToken, String caFile) {
        Map<String, String> values = new TreeMap<>();
        put(values, "username", username);
        put(values, "password", password);
        put(values, "bearerToken", bearerToken);
        put(values, "ca.crt", FileText.textOrNothing("the authority's file", caFile));
        return SecretManifest.of(namespace, name, "", values);
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }
}
