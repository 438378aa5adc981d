package io.fluxj.git.sign;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/** Signs with an OpenPGP key: the first of a key ring, by its newest subkey for signing if it has one. */
public final class OpenPgpSigner implements CommitSigner {
    private final PGPSecretKey key;
    private final char[] passphrase;

    private OpenPgpSigner(PGPSecretKey key, char[] passphrase) {
        this.key = key;
        this.passphrase = passphrase;
    }

    /**
     * Reads secret keys in ASCII armour.
     *
     * @param passphrase of the key; empty for none
     * @throws SigningException when there is no key to sign with
     */
    public static OpenPgpSigner of(String armoured, String passphrase) throws SigningException {
        return of(armoured.getBytes(StandardCharsets.UTF_8), passphrase, "");
    }

    /**
     * Reads secret keys, in ASCII armour or as they are.
     *
     * @param passphrase of the key; empty for none
     * @param id last hexadecimal digits of the fingerprint of a key of the wanted ring; empty for the first ring
     * @throws SigningException when there is no key to sign with
     */
    public static OpenPgpSigner of(byte[] keyRing, String passphrase, String id) throws SigningException {
        List<PGPSecretKey> keys = new ArrayList<>();
        wanted(keyRing, id).getSecretKeys().forEachRemaining(keys::add);
        PGPSecretKey chosen = keys.stream()
                .filter(OpenPgpSigner::maySign)
                .reduce((best, next) -> isNewer(next, best) ? next : best)
                .orElseThrow(() -> new SigningException("the OpenPGP key ring holds no key that may sign"));
        return new OpenPgpSigner(chosen, passphrase.toCharArray());
    }

    private static PGPSecretKeyRing wanted(byte[] keyRing, String id) throws SigningException {
        List<PGPSecretKeyRing> rings = new ArrayList<>();
        try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(keyRing))) {
            new BcPGPSecretKeyRingCollection(in).getKeyRings().forEachRemaining(rings::add);
        } catch (IOException | PGPException | RuntimeException malformed) {
            throw new SigningException("the OpenPGP key ring cannot be read: it is malformed", malformed);
        }
        if (rings.isEmpty()) {
            throw new SigningException("the OpenPGP key ring is empty");
        }
        return rings.stream()
                .filter(ring -> holds(ring, id))
                .findFirst()
                .orElseThrow(() -> new SigningException("the OpenPGP key ring holds no key " + id));
    }

    private static boolean holds(PGPSecretKeyRing ring, String id) {
        String digits = id.toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
        boolean[] found = {false};
        ring.getPublicKeys()
                .forEachRemaining(key -> found[0] |=
                        HexFormat.of().formatHex(key.getFingerprint()).endsWith(digits));
        return found[0];
    }

    /** A subkey counts before the primary key, and of subkeys the newer one. */
    private static boolean isNewer(PGPSecretKey key, PGPSecretKey other) {
        return key.isMasterKey() == other.isMasterKey() ? created(key).isAfter(created(other)) : other.isMasterKey();
    }

    private static Instant created(PGPSecretKey key) {
        return key.getPublicKey().getCreationTime().toInstant();
    }

    private static boolean maySign(PGPSecretKey key) {
        PGPPublicKey open = key.getPublicKey();
        return key.isSigningKey()
                && !key.isPrivateKeyEmpty()
                && !open.hasRevocation()
                && !isExpired(open)
                && (key.isMasterKey() || isBoundToSign(open));
    }

    private static boolean isExpired(PGPPublicKey key) {
        long seconds = key.getValidSeconds();
        return seconds > 0
                && key.getCreationTime().toInstant().plusSeconds(seconds).isBefore(Instant.now());
    }

    private static boolean isBoundToSign(PGPPublicKey key) {
        boolean allowed = false;
        var bindings = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING);
        while (bindings.hasNext()) {
            @Nullable PGPSignatureSubpacketVector hashed = bindings.next().getHashedSubPackets();
            allowed |= hashed != null && (hashed.getKeyFlags() & KeyFlags.SIGN_DATA) != 0;
        }
        return allowed;
    }

    /** Whether the key is of use only with a passphrase. */
    public boolean isProtected() {
        return key.getKeyEncryptionAlgorithm() != SymmetricKeyAlgorithmTags.NULL;
    }

    /** Unlocks the key, to see whether it can. */
    public void check() throws SigningException {
        unlocked();
    }

    private PGPPrivateKey unlocked() throws SigningException {
        try {
            return key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase));
        } catch (PGPException | RuntimeException locked) {
            throw new SigningException(
                    "the OpenPGP key cannot be unlocked: its passphrase is missing or wrong", locked);
        }
    }

    @Override
    public String sign(byte[] commit) throws SigningException {
        PGPPrivateKey unlocked = unlocked();
        try {
            PGPPublicKey open = key.getPublicKey();
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(open.getAlgorithm(), HashAlgorithmTags.SHA256), open);
            generator.init(PGPSignature.BINARY_DOCUMENT, unlocked);
            PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
            said.setSignatureCreationTime(false, Date.from(Instant.now()));
            said.setIssuerFingerprint(false, open);
            said.setIssuerKeyID(false, open.getKeyID());
            generator.setHashedSubpackets(said.generate());
            generator.update(commit);
            return armoured(generator.generate());
        } catch (PGPException | IOException | RuntimeException unusable) {
            throw new SigningException("the OpenPGP key cannot sign: it is of no use for that", unusable);
        }
    }

    private static String armoured(PGPSignature signature) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(text)) {
            signature.encode(armour);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "OpenPgpSigner[]";
    }
}
