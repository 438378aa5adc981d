package io.fluxj.sops.age;

import java.util.Arrays;
import java.util.Optional;

/** {@code AGE-SECRET-KEY-1…} */
final class X25519Identity implements Identity {
    private static final String LABEL = "age-encryption.org/v1/X25519";

    private final byte[] secret;
    private final byte[] own;

    X25519Identity(byte[] secret) throws AgeException {
        if (secret.length != Curve25519.SIZE) {
            throw new AgeException("malformed secret key: invalid X25519 secret key");
        }
        this.secret = secret;
        this.own = Curve25519.publicKey(secret);
    }

    @Override
    public Optional<byte[]> open(Stanza stanza) throws AgeException {
        if (!stanza.type().equals("X25519")) {
            return Optional.empty();
        }
        stanza.requireArguments(1);
        byte[] theirs = stanza.argument(0, Curve25519.SIZE);
        byte[] shared = Curve25519.multiply(secret, theirs);
        byte[] key = Primitives.derive(shared, joined(theirs, own), LABEL);
        stanza.requireBody(Primitives.FILE_KEY + Primitives.TAG);
        return Primitives.open(key, stanza.body());
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
