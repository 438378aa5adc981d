package io.fluxj.git.sign;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.jgit.SshIdentity;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/** Signs with an SSH key, as {@code ssh-keygen -Y sign -n git} does. Source: OpenSSH, {@code PROTOCOL.sshsig}. */
public final class SshSigner implements CommitSigner {
    private static final int VERSION = 1;
    private static final int LINE = 70;

    private final KeyPair keys;

    private SshSigner(KeyPair keys) {
        this.keys = keys;
    }

    /**
     * Reads a private key in any form that SSH has.
     *
     * @param passphrase of the key; empty for none
     * @throws SigningException when it cannot be read
     */
    public static SshSigner of(String identity, String passphrase) throws SigningException {
        try {
            return new SshSigner(SshIdentity.read(new GitCredentials.Ssh(identity, passphrase, "")));
        } catch (GitException unreadable) {
            throw new SigningException(unreadable.message(), unreadable);
        }
    }

    @Override
    public String sign(byte[] commit) throws SigningException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(text("SSHSIG"));
        string(signed, text("git"));
        string(signed, text(""));
        string(signed, text("sha512"));
        string(signed, sha512(commit));
        ByteArrayBuffer key = new ByteArrayBuffer();
        key.putRawPublicKey(keys.getPublic());
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.writeBytes(text("SSHSIG"));
        blob.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(VERSION).array());
        string(blob, key.getCompactData());
        string(blob, text("git"));
        string(blob, text(""));
        string(blob, text("sha512"));
        string(blob, signature(signed.toByteArray()));
        return armoured(blob.toByteArray());
    }

    private byte[] signature(byte[] signed) throws SigningException {
        String algorithm = algorithm();
        @Nullable BuiltinSignatures known = BuiltinSignatures.fromFactoryName(algorithm);
        if (known == null || !known.isSupported()) {
            throw new SigningException("the SSH key cannot sign: its algorithm " + algorithm + " is not supported");
        }
        try {
            Signature signer = known.create();
            signer.initSigner(null, keys.getPrivate());
            signer.update(null, signed);
            ByteArrayOutputStream signature = new ByteArrayOutputStream();
            string(signature, text(algorithm));
            string(signature, signer.sign(null));
            return signature.toByteArray();
        } catch (Exception unusable) { // the library names no others
            throw new SigningException("the SSH key cannot sign: it is of no use for that", unusable);
        }
    }

    /** RSA keys sign with SHA-512, as SHA-1 proves nothing. */
    private String algorithm() {
        String type = String.valueOf(KeyUtils.getKeyType(keys));
        return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
    }

    private static byte[] sha512(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void string(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    private static String armoured(byte[] blob) {
        String body = Base64.getMimeEncoder(LINE, text("\n")).encodeToString(blob);
        return "-----BEGIN SSH SIGNATURE-----\n" + body + "\n-----END SSH SIGNATURE-----\n";
    }

    @Override
    public String toString() {
        return "SshSigner[]";
    }
}
