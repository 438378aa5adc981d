package io.fluxj.notification.receiver.token;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** Algorithms of signatures by a public key. There is none for no signature, and none with a secret that two know. Source: RFC 7518, RFC 8037. */
enum Algorithm {
    RS256("SHA256withRSA", "RSA", ""),
    RS384("SHA384withRSA", "RSA", ""),
    RS512("SHA512withRSA", "RSA", ""),
    PS256("RSASSA-PSS", "RSA", "SHA-256"),
    PS384("RSASSA-PSS", "RSA", "SHA-384"),
    PS512("RSASSA-PSS", "RSA", "SHA-512"),
    ES256("SHA256withECDSAinP1363Format", "P-256", ""),
    ES384("SHA384withECDSAinP1363Format", "P-384", ""),
    ES512("SHA512withECDSAinP1363Format", "P-521", ""),
    EdDSA("Ed25519", "Ed25519", "");

    private final String java;
    private final String keyType;
    private final String digest;

    Algorithm(String java, String keyType, String digest) {
        this.java = java;
        this.keyType = keyType;
        this.digest = digest;
    }

    static Optional<Algorithm> named(String name) {
        for (Algorithm algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** Whether the token's signature was made with that key; never with a key of another type. */
    boolean verifies(Jwt token, Key key) {
        if (!key.type().equals(keyType)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(java);
            if (!digest.isEmpty()) {
                signature.setParameter(new PSSParameterSpec(
                        digest, "MGF1", new MGF1ParameterSpec(digest), Integer.parseInt(digest.substring(4)) / 8, 1));
            }
            signature.initVerify(key.key());
            signature.update(token.signed().array());
            return signature.verify(token.signature().array());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
