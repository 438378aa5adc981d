package io.fluxj.runtime.peer;

import io.fluxj.net.tls.Pem;
import io.fluxj.net.tls.Trust;
import io.fluxj.runtime.secret.SecretData;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * Whom to trust and whom to be, as the Secret says at a time.
 *
 * @param trust judges chains by the authorities of {@code ca.crt}, of which there are several while one takes another's place
 * @param identity of a server; empty when the Secret has none
 */
record PeerMaterial(X509TrustManager trust, Optional<Identity> identity) {
    static final String AUTHORITIES = "ca.crt";
    static final String CERTIFICATE = "tls.crt";
    static final String KEY = "tls.key";

    /** Who a server is. */
    record Identity(List<X509Certificate> chain, PrivateKey key) {
        /** Names it in a handshake. */
        String alias() {
            return chain.getFirst().getSerialNumber().toString(Character.MAX_RADIX);
        }

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Identity[" + alias() + "]";
        }
    }

    /**
     * Reads a Secret.
     *
     * @throws GeneralSecurityException when it has no authority, or a key that cannot be used
     * @throws IOException when the key cannot be read
     */
    static PeerMaterial of(SecretData secret) throws GeneralSecurityException, IOException {
        Trust authorities = Trust.only(secret.text(AUTHORITIES).orElse(""));
        if (!authorities.isReadable()) {
            throw new GeneralSecurityException("there is no certificate of an authority under " + AUTHORITIES);
        }
        return new PeerMaterial(authorities.manager(), identity(secret));
    }

    private static Optional<Identity> identity(SecretData secret) throws GeneralSecurityException, IOException {
        List<X509Certificate> chain = Pem.certificates(secret.text(CERTIFICATE).orElse(""));
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(
                        chain, key(secret, chain.getFirst().getPublicKey().getAlgorithm())));
    }

    /** By the name of its algorithm that TLS knows; libraries that read PEM may have others. */
    private static PrivateKey key(SecretData secret, String algorithm) throws GeneralSecurityException, IOException {
        PrivateKey read = Pem.privateKey(secret.text(KEY).orElse(""));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(read.getEncoded()));
    }
}
