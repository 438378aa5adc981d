package io.fluxj.oci.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdDSAParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key whose signatures count: ECDSA, RSA (PKCS#1 1.5) or Ed25519. */
public record TrustedKey(PublicKey key) {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]{1,20000})-----END PUBLIC KEY-----");
    /** The variant of Ed25519 that hashes first, which cosign signs with. */
    private static final String PREHASHED = "Ed25519ph";

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    /** Reads the first key of a text in PEM form, as {@code cosign public-key} writes it. */
    static TrustedKey parse(String pem) throws UnverifiedException {
        Matcher block = PEM.matcher(pem);
        if (!block.find()) {
            throw new UnverifiedException("PEM decoding failed");
        }
        return of(Base64.getMimeDecoder().decode(block.group(1)));
    }

    /**
     * A key in DER form.
     *
     * @throws UnverifiedException when it is none, or of another type
     */
    public static TrustedKey of(byte[] der) throws UnverifiedException {
        for (String algorithm : ALGORITHMS) {
            try {
                return new TrustedKey(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException other) {
                // the next algorithm may be it
            }
        }
        throw new UnverifiedException("the public key is of none of the types ECDSA, RSA, Ed25519");
    }

    /** Whether the key's owner signed the message. */
    public boolean signed(byte[] message, byte[] signature) {
        return algorithms().stream().anyMatch(algorithm -> signed(algorithm, message, signature));
    }

    /** Cosign's older signatures hash with SHA-256 whatever the key; its bundles hash as long as the key is. */
    private List<String> algorithms() {
        return switch (key) {
            case ECPublicKey ec -> {
                int bits = ec.getParams().getOrder().bitLength();
                String longer = bits > 384 ? "SHA512withECDSA" : bits > 256 ? "SHA384withECDSA" : "SHA256withECDSA";
                yield List.of("SHA256withECDSA", longer);
            }
            case RSAPublicKey _ -> List.of("SHA256withRSA");
            default -> List.of("Ed25519", PREHASHED);
        };
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        if (!algorithm.equals(PREHASHED)) {
            return Signature.getInstance(algorithm);
        }
        Signature prehashed = Signature.getInstance("EdDSA");
        prehashed.setParameter(new EdDSAParameterSpec(true));
        return prehashed;
    }

    private boolean signed(String algorithm, byte[] message, byte[] signature) {
        try {
            Signature check = signature(algorithm);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
