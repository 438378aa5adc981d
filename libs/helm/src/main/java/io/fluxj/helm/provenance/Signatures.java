package io.fluxj.helm.provenance;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/** Finds who signed a text. Expired and revoked keys do not count, nor do SHA-1, MD5 and RIPEMD-160. */
record Signatures(KeyRing keys) {
    private static final Set<Integer> WEAK =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160);

    /** The primary key of the first signer that is known and whose signature holds. */
    PGPPublicKey signer(ClearSigned message) {
        String why = "openpgp: signature made by unknown entity";
        for (PGPSignature signature : read(message.signature())) {
            Optional<KeyRing.Entry> entry = keys.find(signature.getKeyID());
            if (entry.isPresent()) {
                why = whyNot(signature, entry.get(), message.text().getBytes(StandardCharsets.ISO_8859_1));
                if (why.isEmpty()) {
                    return entry.get().primary();
                }
            }
        }
        throw new HelmException(Subject.PROVENANCE, why).advising("ask who made the chart for their public key");
    }

    private static List<PGPSignature> read(String armoured) {
        try (InputStream in = KeyRing.armour(armoured)) {
            if (new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList list) {
                return StreamSupport.stream(list.spliterator(), false).toList();
            }
        } catch (IOException | RuntimeException e) {
            throw new HelmException(Subject.PROVENANCE, "signature is malformed", e);
        }
        throw new HelmException(Subject.PROVENANCE, "signature is malformed: it holds no signature of OpenPGP");
    }

    /** Why a signature does not count; empty when it does. */
    private static String whyNot(PGPSignature signature, KeyRing.Entry entry, byte[] text) {
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT
                && signature.getSignatureType() != PGPSignature.CANONICAL_TEXT_DOCUMENT) {
            return "openpgp: invalid signature: it is not one of a text";
        }
        if (WEAK.contains(signature.getHashAlgorithm())) {
            return "openpgp: invalid signature: its hash function is broken; sign with SHA-256 or SHA-512";
        }
        if (isBroken(signature, entry.key(), text)) {
            return "openpgp: invalid signature";
        }
        if (entry.primary().hasRevocation() || entry.key().hasRevocation()) {
            return "openpgp: signature made by revoked key";
        }
        if (isExpired(entry.primary()) || isExpired(entry.key())) {
            return "openpgp: key expired";
        }
        return maySign(entry.key()) ? expiry(signature) : "openpgp: signature made by a key that is not for signing";
    }

    private static boolean isBroken(PGPSignature signature, PGPPublicKey key, byte[] text) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(text);
            return !signature.verify();
        } catch (PGPException | RuntimeException malformed) {
            return true;
        }
    }

    private static boolean isExpired(PGPPublicKey key) {
        return isOver(key.getCreationTime(), key.getValidSeconds());
    }

    private static String expiry(PGPSignature signature) {
        @Nullable PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        boolean over = hashed != null && isOver(signature.getCreationTime(), hashed.getSignatureExpirationTime());
        return over ? "openpgp: signature expired" : "";
    }

    private static boolean isOver(Date begin, long seconds) {
        return seconds > 0 && begin.toInstant().plusSeconds(seconds).isBefore(Instant.now());
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
}
