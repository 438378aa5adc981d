package io.fluxj.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS contexts for servers in tests, from PEM. */
public final class TestTls {
    private static final char[] NO_PASSWORD = new char[0];

    private TestTls() {}

    /**
     * A server's context.
     *
     * @param certificate its certificate; the key is RSA or EC in PKCS#8
     */
    public static SSLContext server(TestCertificate certificate) {
        return context(certificate, null);
    }

    /**
     * A server's context that accepts client certificates of one authority; whether it asks for them is the server's
     * {@code SSLParameters}.
     *
     * @param clientAuthorityPem the authority's certificate
     */
    public static SSLContext server(TestCertificate certificate, String clientAuthorityPem) {
        return context(certificate, clientAuthorityPem);
    }

    private static SSLContext context(TestCertificate certificate, @Nullable String authorityPem) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(certificate), NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), authorityPem == null ? null : trusting(authorityPem), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("not a usable certificate and key", e);
        }
    }

    private static KeyStore keyStore(TestCertificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        Certificate[] chain = {certificate(certificate.certificatePem())};
        store.setKeyEntry("server", privateKey(certificate.keyPem()), NO_PASSWORD, chain);
        return store;
    }

    private static TrustManager[] trusting(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("authority", certificate(pem));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Certificate certificate(String pem) throws GeneralSecurityException, IOException {
        try (InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String body = pem.lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat);
        PKCS8EncodedKeySpec der = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(der);
        } catch (GeneralSecurityException notRsa) {
            return KeyFactory.getInstance("EC").generatePrivate(der);
        }
    }
}
