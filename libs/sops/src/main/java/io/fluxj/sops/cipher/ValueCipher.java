package io.fluxj.sops.cipher;

import io.fluxj.sops.tree.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Decrypts values with the key of the data. */
public final class ValueCipher {
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final Cipher cipher;

    /**
     * With this key.
     *
     * @param key is copied
     */
    public ValueCipher(byte[] key) {
        try {
            this.key = new SecretKeySpec(key, "AES");
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CipherException("the data key is no AES key");
        }
    }

    /**
     * Decrypts a value.
     *
     * @param place that it was encrypted for
     * @throws CipherException if it was not, or was changed since
     */
    public Value decrypt(String encrypted, String place) {
        if (encrypted.isEmpty()) {
            return Value.Text.of("");
        }
        CipherText parts = CipherText.parse(encrypted);
        return Decoding.value(open(parts, place.getBytes(StandardCharsets.UTF_8)), parts.type());
    }

    private byte[] open(CipherText parts, byte[] place) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, parts.nonce()));
            cipher.updateAAD(place);
            cipher.update(parts.data());
            return cipher.doFinal(parts.tag());
        } catch (AEADBadTagException e) {
            throw failed("cipher: message authentication failed");
        } catch (InvalidKeyException e) {
            throw new CipherException("crypto/aes: invalid key size " + key.getEncoded().length);
        } catch (GeneralSecurityException e) {
            throw failed("the value is malformed");
        }
    }

    private static CipherException failed(String why) {
        return new CipherException("Could not decrypt with AES_GCM: " + why);
    }
}
