package io.fluxj.git.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * OpenPGP keys whose signatures count. Keys and signatures that are expired now, and revoked keys, do not; nor do SHA-1, MD5 and RIPEMD-160.
 *
 * @param texts each in ASCII armour, with one or more keys
 */
record KeyRings(List<String> texts) {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN PGP PUBLIC KEY BLOCK-----.*?-----END PGP PUBLIC KEY BLOCK-----", Pattern.DOTALL);
    private static final Set<Integer> WEAK =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160);
    private static final String NO_KEY = "no matching key";

    /** The id of the primary key that made a signature over a message, itself or by a subkey. */
    String verify(String armoured, byte[] message) throws UnverifiedException {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        for (String text : texts) {
            rings.addAll(read(text));
        }
        String why = NO_KEY;
        for (PGPSignature signature : signatures(armoured)) {
            for (PGPPublicKeyRing ring : rings) {
                @Nullable PGPPublicKey key = ring.getPublicKey(signature.getKeyID());
                if (key != null) {
                    why = whyNot(signature, ring, key, message);
                    if (why.isEmpty()) {
                        return String.format(
                                Locale.ROOT, "%016X", ring.getPublicKey().getKeyID());
                    }
                }
            }
        }
        throw new UnverifiedException("unable to verify payload with any of the given key rings: " + why);
    }

    private static List<PGPPublicKeyRing> read(String text) throws UnverifiedException {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            try (InputStream in = armour(blocks.group())) {
                new BcPGPPublicKeyRingCollection(in).forEach(rings::add);
            } catch (IOException | PGPException | RuntimeException malformed) {
                throw new UnverifiedException("unable to read armored key ring: it is malformed", malformed);
            }
        }
        if (rings.isEmpty()) {
            throw new UnverifiedException(
                    "unable to read armored key ring: openpgp: invalid argument: no armored data found");
        }
        return rings;
    }

    private static InputStream armour(String text) throws IOException {
        return new ArmoredInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<PGPSignature> signatures(String armoured) throws UnverifiedException {
        List<PGPSignature> signatures = new ArrayList<>();
        try (InputStream in = armour(armoured)) {
            if (new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList list) {
                list.forEach(signatures::add);
            }
        } catch (IOException | RuntimeException malformed) {
            throw new UnverifiedException("unable to read the signature: it is malformed", malformed);
        }
        return signatures;
    }

    /** Why a signature does not count; empty when it does. */
    private static String whyNot(PGPSignature signature, PGPPublicKeyRing ring, PGPPublicKey key, byte[] message) {
        boolean ofContent = signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
                || signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT;
        if (!ofContent || WEAK.contains(signature.getHashAlgorithm())) {
            return "the signature is of a kind that does not count";
        }
        if (ring.getPublicKey().hasRevocation() || key.hasRevocation()) {
            return "key revoked";
        }
        if (isExpired(ring.getPublicKey()) || isExpired(key)) {
            return "key expired";
        }
        if (!maySign(key)) {
            return "the key is not for signing";
        }
        return isBroken(signature, key, message) ? "invalid signature" : expiry(signature);
    }

    private static boolean isExpired(PGPPublicKey key) {
        long seconds = key.getValidSeconds();
        return seconds > 0
                && key.getCreationTime().toInstant().plusSeconds(seconds).isBefore(Instant.now());
    }

    /** The primary key may; a subkey if what binds it says so, or says nothing of uses. */
    private static boolean maySign(PGPPublicKey key) {
        boolean denied = false;
        var bindings = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING);
        while (!key.isMasterKey() && bindings.hasNext()) {
            @Nullable PGPSignatureSubpacketVector hashed = bindings.next().getHashedSubPackets();
            int flags = hashed == null ? 0 : hashed.getKeyFlags();
            denied |= flags != 0 && (flags & KeyFlags.SIGN_DATA) == 0;
        }
        return !denied;
    }

    private static boolean isBroken(PGPSignature signature, PGPPublicKey key, byte[] message) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(message);
            return !signature.verify();
        } catch (PGPException | RuntimeException malformed) {
            return true;
        }
    }

    private static String expiry(PGPSignature signature) {
        @Nullable PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        long seconds = hashed == null ? 0 : hashed.getSignatureExpirationTime();
        boolean expired = seconds > 0
                && signature.getCreationTime().toInstant().plusSeconds(seconds).isBefore(Instant.now());
        return expired ? "signature expired" : "";
    }
}
