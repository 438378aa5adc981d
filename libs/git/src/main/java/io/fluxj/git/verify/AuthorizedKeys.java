package io.fluxj.git.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.jspecify.annotations.Nullable;

/**
 * SSH keys whose signatures count.
 *
 * @param texts each in the form of {@code authorized_keys}
 */
record AuthorizedKeys(List<String> texts) {
    /** RSA with SHA-1 is not among them. Source: {@code PROTOCOL.sshsig}. */
    private static final Set<String> ALGORITHMS = Set.of(
            "ssh-ed25519",
            "sk-ssh-ed25519@openssh.com",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "sk-ecdsa-sha2-nistp256@openssh.com",
            "rsa-sha2-256",
            "rsa-sha2-512");

    /** The fingerprint of the key that made a signature over a message. */
    String verify(SshSignature signature, byte[] message) throws UnverifiedException {
        List<String> reasons = new ArrayList<>(List.of("no matching key"));
        for (AuthorizedKeyEntry entry : entries()) {
            if (!signature.claims(entry.getKeyData())) {
                reasons.add("public key does not match");
            } else if (isOf(entry, signature, message)) {
                return fingerprint(entry);
            } else {
                reasons.add("invalid signature");
            }
        }
        throw new UnverifiedException(
                "unable to verify payload with any of the given authorized keys: " + String.join("\n", reasons));
    }

    private List<AuthorizedKeyEntry> entries() throws UnverifiedException {
        List<AuthorizedKeyEntry> entries = new ArrayList<>();
        for (String line :
                texts.stream().flatMap(String::lines).map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(entry(line));
            }
        }
        return entries;
    }

    private static AuthorizedKeyEntry entry(String line) throws UnverifiedException {
        try {
            @Nullable AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            if (entry != null && entry.getKeyData() != null) {
                return entry;
            }
        } catch (RuntimeException malformed) {
            throw new UnverifiedException("unable to parse authorized keys: a line holds no SSH public key", malformed);
        }
        throw new UnverifiedException("unable to parse authorized keys: a line holds no SSH public key");
    }

    private static boolean isOf(AuthorizedKeyEntry entry, SshSignature signature, byte[] message)
            throws UnverifiedException {
        @Nullable
        BuiltinSignatures algorithm = ALGORITHMS.contains(signature.algorithm())
                ? BuiltinSignatures.fromFactoryName(signature.algorithm())
                : null;
        if (algorithm == null || !algorithm.isSupported()) {
            throw new UnverifiedException("the algorithm of the signature is not supported");
        }
        try {
            Signature verifier = algorithm.create();
            verifier.initVerifier(null, entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
            verifier.update(null, signature.signed(message));
            return verifier.verify(null, signature.signature());
        } catch (Exception malformed) { // the library names no others
            throw new UnverifiedException("the signature cannot be checked: it or the key is malformed", malformed);
        }
    }

    private static String fingerprint(AuthorizedKeyEntry entry) {
        byte[] hash = Sha.digest("SHA-256", entry.getKeyData());
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    }
}
