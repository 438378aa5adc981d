package io.fluxj.git.verify;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/** A signature as {@code ssh-keygen -Y sign} makes it. Source: OpenSSH, {@code PROTOCOL.sshsig}. */
final class SshSignature {
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final String NAMESPACE = "git";
    private static final Map<String, String> HASHES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    private final byte[] publicKey;
    private final byte[] reserved;
    private final String hash;
    private final byte[] signature;

    private SshSignature(byte[] publicKey, byte[] reserved, String hash, byte[] signature) {
        this.publicKey = publicKey;
        this.reserved = reserved;
        this.hash = hash;
        this.signature = signature;
    }

    /**
     * Reads a signature in its armour.
     *
     * @throws UnverifiedException when it is malformed or made for something else than Git
     */
    static SshSignature parse(String armoured) throws UnverifiedException {
        String body =
                armoured.replaceAll("-----(BEGIN|END) SSH SIGNATURE-----", "").replaceAll("\\s", "");
        try {
            return read(ByteBuffer.wrap(Base64.getDecoder().decode(body)));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            throw new UnverifiedException("unable to unarmor SSH signature: it is malformed", malformed);
        }
    }

    private static SshSignature read(ByteBuffer blob) throws UnverifiedException {
        byte[] magic = new byte[MAGIC.length];
        blob.get(magic);
        if (!MessageDigest.isEqual(magic, MAGIC) || blob.getInt() != 1) {
            throw new UnverifiedException("unable to unarmor SSH signature: it is of no known version");
        }
        byte[] publicKey = string(blob);
        String namespace = text(blob);
        if (!namespace.equals(NAMESPACE)) {
            throw new UnverifiedException("the signature was not made for Git: its namespace is not 'git'");
        }
        SshSignature read = new SshSignature(publicKey, string(blob), text(blob), string(blob));
        if (!HASHES.containsKey(read.hash)) {
            throw new UnverifiedException("the signature's hash algorithm is not supported");
        }
        return read;
    }

    /** Length in four bytes, then the bytes. */
    private static byte[] string(ByteBuffer blob) {
        int length = blob.getInt();
        if (length < 0 || length > blob.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        blob.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer blob) {
        return new String(string(blob), StandardCharsets.US_ASCII);
    }

    /** Whether it says that it is of this key; in the form in which keys go over the wire. */
    boolean claims(byte[] key) {
        return MessageDigest.isEqual(publicKey, key);
    }

    /** What the key signed: all that the signature says, and the hash of the message. */
    byte[] signed(byte[] message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        write(out, NAMESPACE.getBytes(StandardCharsets.US_ASCII));
        write(out, reserved);
        write(out, hash.getBytes(StandardCharsets.US_ASCII));
        write(out, Sha.digest(HASHES.getOrDefault(hash, hash), message));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    /** The key's own signature, with the name of its algorithm. */
    byte[] signature() {
        return signature.clone();
    }

    /** Name of its algorithm. */
    String algorithm() throws UnverifiedException {
        try {
            return text(ByteBuffer.wrap(signature));
        } catch (BufferUnderflowException malformed) {
            throw new UnverifiedException("unable to unarmor SSH signature: it is malformed", malformed);
        }
    }
}
