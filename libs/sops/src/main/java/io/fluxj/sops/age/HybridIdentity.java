package io.fluxj.sops.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.pqc.crypto.mlkem.MLKEMExtractor;
import org.bouncycastle.pqc.crypto.mlkem.MLKEMParameters;
import org.bouncycastle.pqc.crypto.mlkem.MLKEMPrivateKeyParameters;

/**
 * {@code AGE-SECRET-KEY-PQ-1…}: ML-KEM-768 and X25519 together (X-Wing), in HPKE with HKDF-SHA256 and ChaCha20-Poly1305. The JDK's ML-KEM
 * takes no seed as a key, hence the other library.
 */
final class HybridIdentity implements Identity {
    private static final String TYPE = "mlkem768x25519";
    private static final String LABEL = "age-encryption.org/" + TYPE;
    private static final int SEED = 64;
    private static final int KEM_MESSAGE = 1088;
    private static final byte[] X_WING = "\\.//^\\".getBytes(US_ASCII);
    /** HPKE, and the numbers of the three algorithms. */
    private static final byte[] SUITE = HexFormat.of().parseHex("48504b45" + "647a" + "0001" + "0003");

    private final MLKEMPrivateKeyParameters lattice;
    private final byte[] curve;
    private final byte[] curvePublic;

    HybridIdentity(byte[] secret) throws AgeException {
        if (secret.length != Curve25519.SIZE) {
            throw new AgeException("malformed secret key: invalid MLKEM768-X25519 secret key");
        }
        SHAKEDigest shake = new SHAKEDigest(256);
        shake.update(secret, 0, secret.length);
        byte[] keys = new byte[SEED + Curve25519.SIZE];
        shake.doFinal(keys, 0, keys.length);
        lattice = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, Arrays.copyOf(keys, SEED));
        curve = Arrays.copyOfRange(keys, SEED, keys.length);
        curvePublic = Curve25519.publicKey(curve);
    }

    @Override
    public Optional<byte[]> open(Stanza stanza) throws AgeException {
        if (!stanza.type().equals(TYPE)) {
            return Optional.empty();
        }
        stanza.requireArguments(1);
        byte[] sent = stanza.argument(0, KEM_MESSAGE + Curve25519.SIZE);
        stanza.requireBody(Primitives.FILE_KEY + Primitives.TAG);
        return openWith(shared(sent), stanza.body());
    }

    private byte[] shared(byte[] sent) throws AgeException {
        byte[] fromLattice = new MLKEMExtractor(lattice).extractSecret(Arrays.copyOf(sent, KEM_MESSAGE));
        byte[] theirs = Arrays.copyOfRange(sent, KEM_MESSAGE, sent.length);
        byte[] fromCurve = Curve25519.multiply(curve, theirs);
        return sha3(fromLattice, fromCurve, theirs, curvePublic, X_WING);
    }

    private static byte[] sha3(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA3-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-3", e);
        }
    }

    /** The one message of HPKE in base mode. */
    private static Optional<byte[]> openWith(byte[] shared, byte[] sealed) {
        byte[] context = joined(
                new byte[1],
                extract(new byte[0], "psk_id_hash", new byte[0]),
                extract(new byte[0], "info_hash", LABEL.getBytes(US_ASCII)));
        byte[] secret = extract(shared, "secret", new byte[0]);
        return Primitives.open(expand(secret, "key", context, 32), expand(secret, "base_nonce", context, 12), sealed);
    }

    private static byte[] extract(byte[] salt, String label, byte[] key) {
        return Primitives.extract(joined("HPKE-v1".getBytes(US_ASCII), SUITE, label.getBytes(US_ASCII), key), salt);
    }

    private static byte[] expand(byte[] key, String label, byte[] info, int length) {
        byte[] size = {(byte) (length >> 8), (byte) length};
        byte[] labeled = joined(size, "HPKE-v1".getBytes(US_ASCII), SUITE, label.getBytes(US_ASCII), info);
        return Primitives.expand(key, labeled, length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
