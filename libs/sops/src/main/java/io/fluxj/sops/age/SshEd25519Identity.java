package io.fluxj.sops.age;

import java.util.Arrays;
import java.util.Optional;

/** An SSH key of type Ed25519, used as one of X25519. */
final class SshEd25519Identity implements Identity {
    private static final String TYPE = "ssh-ed25519";
    private static final String LABEL = "age-encryption.org/v1/" + TYPE;

    private final byte[] secret;
    private final byte[] own;
    private final byte[] tweak;
    private final String fingerprint;

    SshEd25519Identity(byte[] sshPublicKey, byte[] seed) throws AgeException {
        secret = Arrays.copyOf(SshFingerprint.sha("SHA-512", seed), Curve25519.SIZE);
        own = Curve25519.publicKey(secret);
        tweak = Primitives.derive(new byte[0], sshPublicKey, LABEL);
        fingerprint = SshFingerprint.of(sshPublicKey);
    }

    @Override
    public Optional<byte[]> open(Stanza stanza) throws AgeException {
        if (!stanza.type().equals(TYPE)) {
            return Optional.empty();
        }
        stanza.requireArguments(2);
        byte[] theirs = stanza.argument(1, Curve25519.SIZE);
        if (!stanza.arguments().getFirst().equals(fingerprint)) {
            return Optional.empty();
        }
        byte[] shared = Curve25519.multiply(tweak, Curve25519.multiply(secret, theirs));
        byte[] key = Primitives.derive(shared, X25519Identity.joined(theirs, own), LABEL);
        stanza.requireBody(Primitives.FILE_KEY + Primitives.TAG);
        return Optional.of(
                Primitives.open(key, stanza.body()).orElseThrow(() -> new AgeException("failed to decrypt file key")));
    }
}
