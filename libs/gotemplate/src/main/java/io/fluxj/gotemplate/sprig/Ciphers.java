package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in CBC mode under a password that is filled up with zeros, as sprig has it. */
record Ciphers(SecureRandom random) {
    private static final int BLOCK = 16;
    private static final int KEY = 32;

    void addTo(Library library) {
        library.add("encryptAES", STRING, (run, a) -> encrypt(Args.text(a, 0), Args.text(a, 1)), STRING, STRING);
        library.add("decryptAES", STRING, (run, a) -> decrypt(Args.text(a, 0), Args.text(a, 1)), STRING, STRING);
    }

    private String encrypt(String password, String text) {
        if (text.isEmpty()) {
            return "";
        }
        byte[] plain = GoText.bytes(text);
        int padding = BLOCK - plain.length % BLOCK;
        byte[] padded = Arrays.copyOf(plain, plain.length + padding);
        Arrays.fill(padded, plain.length, padded.length, (byte) padding);
        byte[] vector = new byte[BLOCK];
        random.nextBytes(vector);
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, password, vector, padded);
        byte[] out = Arrays.copyOf(vector, BLOCK + encrypted.length);
        System.arraycopy(encrypted, 0, out, BLOCK, encrypted.length);
        return Base64.getEncoder().encodeToString(out);
    }

    private static String decrypt(String password, String text) {
        if (text.isEmpty()) {
            return "";
        }
        byte[] in = Radix.BASE64.decode(text);
        if (in.length < BLOCK) {
            throw new GoError("runtime error: slice bounds out of range [:16] with capacity " + in.length);
        }
        if (in.length % BLOCK != 0) {
            throw new GoError("crypto/cipher: input not full blocks");
        }
        byte[] plain = cipher(
                Cipher.DECRYPT_MODE, password, Arrays.copyOf(in, BLOCK), Arrays.copyOfRange(in, BLOCK, in.length));
        if (plain.length == 0) {
            throw new GoError("runtime error: index out of range [-1]");
        }
        int end = plain.length - (plain[plain.length - 1] & 0xFF);
        if (end < 0) {
            throw new GoError("runtime error: slice bounds out of range [:" + end + "]");
        }
        return GoText.of(plain, 0, end);
    }

    private static byte[] cipher(int mode, String password, byte[] vector, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(Arrays.copyOf(GoText.bytes(password), KEY), "AES"),
                    new IvParameterSpec(vector));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new GoError(String.valueOf(e.getMessage()), e);
        }
    }
}
