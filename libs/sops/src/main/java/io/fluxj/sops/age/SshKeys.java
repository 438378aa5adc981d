package io.fluxj.sops.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Reads private keys in the format of OpenSSH. */
final class SshKeys {
    private static final String MAGIC = "openssh-key-v1\0";
    private static final int SEED = 32;

    private SshKeys() {}

    static Identity read(String pem) throws AgeException {
        String digits = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return read(ByteBuffer.wrap(Base64.getDecoder().decode(digits)));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new AgeException("it is cut off or no base64");
        }
    }

    private static Identity read(ByteBuffer file) throws AgeException {
        byte[] magic = new byte[MAGIC.length()];
        file.get(magic);
        String cipher = string(file);
        bytes(file);
        bytes(file);
        if (!new String(magic, ISO_8859_1).equals(MAGIC) || file.getInt() != 1) {
            throw new AgeException("not in OpenSSH's format");
        }
        if (!cipher.equals("none")) {
            throw new AgeException("it is locked by a passphrase; give one that is not");
        }
        byte[] publicKey = bytes(file);
        ByteBuffer secret = ByteBuffer.wrap(bytes(file));
        int check = secret.getInt();
        if (check != secret.getInt()) {
            throw new AgeException("its check numbers differ");
        }
        String type = string(secret);
        return switch (type) {
            case "ssh-ed25519" -> ed25519(publicKey, secret);
            case "ssh-rsa" -> rsa(publicKey, secret);
            default -> throw new AgeException("unsupported SSH identity type " + type);
        };
    }

    private static byte[] bytes(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private static String string(ByteBuffer buffer) {
        return new String(bytes(buffer), ISO_8859_1);
    }

    private static Identity ed25519(byte[] publicKey, ByteBuffer secret) throws AgeException {
        bytes(secret);
        byte[] seedAndPublic = bytes(secret);
        if (seedAndPublic.length != 2 * SEED) {
            throw new AgeException("malformed Ed25519 key");
        }
        return new SshEd25519Identity(publicKey, Arrays.copyOf(seedAndPublic, SEED));
    }

    private static Identity rsa(byte[] publicKey, ByteBuffer secret) throws AgeException {
        BigInteger modulus = number(secret);
        BigInteger exponent = number(secret);
        BigInteger d = number(secret);
        BigInteger coefficient = number(secret);
        BigInteger p = number(secret);
        BigInteger q = number(secret);
        try {
            RSAPrivateCrtKeySpec key = new RSAPrivateCrtKeySpec(
                    modulus,
                    exponent,
                    d,
                    p,
                    q,
                    d.mod(p.subtract(BigInteger.ONE)),
                    d.mod(q.subtract(BigInteger.ONE)),
                    coefficient);
            return new SshRsaIdentity(publicKey, KeyFactory.getInstance("RSA").generatePrivate(key));
        } catch (GeneralSecurityException | ArithmeticException e) {
            throw new AgeException("malformed RSA key");
        }
    }

    private static BigInteger number(ByteBuffer buffer) {
        return new BigInteger(bytes(buffer));
    }
}
