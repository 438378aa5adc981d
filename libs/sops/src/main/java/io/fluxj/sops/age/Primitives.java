package io.fluxj.sops.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What age is built of. */
final class Primitives {
    static final int KEY = 32;
    static final int FILE_KEY = 16;
    static final int TAG = 16;
    private static final int NONCE = 12;

    private Primitives() {}

    /** HKDF with SHA-256. */
    static byte[] derive(byte[] secret, byte[] salt, String info) {
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract();
        if (secret.length > 0) {
            extract.addIKM(secret);
        }
        if (salt.length > 0) {
            extract.addSalt(salt);
        }
        return derive(extract.thenExpand(info.getBytes(US_ASCII), KEY));
    }

    static byte[] extract(byte[] secret, byte[] salt) {
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(secret);
        return derive((salt.length > 0 ? extract.addSalt(salt) : extract).extractOnly());
    }

    static byte[] expand(byte[] key, byte[] info, int length) {
        return derive(HKDFParameterSpec.expandOnly(new SecretKeySpec(key, "Generic"), info, length));
    }

    private static byte[] derive(HKDFParameterSpec parameters) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java of this release has HKDF", e);
        }
    }

    static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }

    /** Opens what a key was used for once. */
    static Optional<byte[]> open(byte[] key, byte[] sealed) {
        return open(key, new byte[NONCE], sealed);
    }

    /** ChaCha20-Poly1305; empty if the key is another or the message was changed. */
    static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            return Optional.of(cipher.doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use ChaCha20-Poly1305", e);
        }
    }
}
