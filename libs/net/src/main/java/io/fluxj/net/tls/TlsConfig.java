package io.fluxj.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Whom to trust and whom to be on a connection.
 *
 * @param trust which authorities count
 * @param certificate own certificate with its chain in PEM form; empty for none
 * @param key its private key in PEM form; empty for none
 */
public record TlsConfig(Trust trust, String certificate, String key) {
    /** Only what the Java runtime trusts, no certificate of our own. */
    public static final TlsConfig SYSTEM = trusting(Trust.SYSTEM);

    /** Without a certificate of our own. */
    public static TlsConfig trusting(Trust trust) {
        return new TlsConfig(trust, "", "");
    }

    /**
     * What connections are made with; empty when it is the Java runtime's own. It serves servers too.
     *
     * @throws GeneralSecurityException when the certificate or the key cannot be used
     * @throws IOException when the key cannot be read
     */
    public Optional<SSLContext> context() throws GeneralSecurityException, IOException {
        if (equals(SYSTEM)) {
            return Optional.empty();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(), Authorities.managers(trust), null);
        return Optional.of(context);
    }

    private KeyManager[] keys() throws GeneralSecurityException, IOException {
        KeyStore store = Authorities.emptyStore();
        if (!certificate.isEmpty()) {
            Certificate[] chain = Pem.certificates(certificate).toArray(Certificate[]::new);
            store.setKeyEntry("client", Pem.privateKey(key), new char[0], chain);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TlsConfig[trust=" + trust + ", client=" + !certificate.isEmpty() + "]";
    }
}
