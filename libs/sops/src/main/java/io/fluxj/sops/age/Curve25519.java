package io.fluxj.sops.age;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** X25519 over keys as bytes, little end first. */
final class Curve25519 {
    static final int SIZE = 32;

    private Curve25519() {}

    static byte[] publicKey(byte[] secret) throws AgeException {
        byte[] base = new byte[SIZE];
        base[0] = 9;
        return multiply(secret, base);
    }

    /** @throws AgeException if the point is of low order */
    static byte[] multiply(byte[] secret, byte[] point) throws AgeException {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            PrivateKey own = keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret));
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(own);
            agreement.doPhase(
                    keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, coordinate(point))), true);
            return agreement.generateSecret();
        } catch (InvalidKeyException e) {
            throw new AgeException("invalid X25519 recipient: bad input point: low order point");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has X25519", e);
        }
    }

    private static BigInteger coordinate(byte[] point) {
        byte[] reversed = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            reversed[i] = point[SIZE - 1 - i];
        }
        reversed[0] &= 0x7F;
        return new BigInteger(1, reversed);
    }
}
