package io.fluxj.oci.notation;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** Algorithms that signatures may be made with, each for one kind and size of keys. Source: Notary Project, signature specification. */
enum SigningAlgorithm {
    PS256(-37, "SHA-256", 2048),
    PS384(-38, "SHA-384", 3072),
    PS512(-39, "SHA-512", 4096),
    ES256(-7, "SHA-256", 256),
    ES384(-35, "SHA-384", 384),
    ES512(-36, "SHA-512", 521);

    private final long cose;
    private final String hash;
    private final int bits;

    SigningAlgorithm(long cose, String hash, int bits) {
        this.cose = cose;
        this.hash = hash;
        this.bits = bits;
    }

    static Optional<SigningAlgorithm> named(String jose) {
        return Arrays.stream(values()).filter(one -> one.name().equals(jose)).findFirst();
    }

    static Optional<SigningAlgorithm> numbered(long cose) {
        return Arrays.stream(values()).filter(one -> one.cose == cose).findFirst();
    }

    /** Which one goes with a key. */
    static Optional<SigningAlgorithm> of(PublicKey key) {
        return Arrays.stream(values()).filter(one -> one.fits(key)).findFirst();
    }

    private boolean isRsa() {
        return cose < ES512.cose;
    }

    private boolean fits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> isRsa() && rsa.getModulus().bitLength() == bits;
            case ECPublicKey ec -> !isRsa() && ec.getParams().getOrder().bitLength() == bits;
            default -> false;
        };
    }

    boolean signed(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = isRsa() ? pss() : Signature.getInstance(hash.replace("-", "") + "withECDSAinP1363Format");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private Signature pss() throws GeneralSecurityException {
        Signature check = Signature.getInstance("RSASSA-PSS");
        int salt = Integer.parseInt(hash.substring(4)) / Byte.SIZE;
        check.setParameter(new PSSParameterSpec(
                hash, "MGF1", new MGF1ParameterSpec(hash), salt, PSSParameterSpec.TRAILER_FIELD_BC));
        return check;
    }
}
