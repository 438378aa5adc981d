package io.fluxj.git.jgit;

import io.fluxj.git.GitTls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** Key and trust managers made of PEM texts. */
@SuppressWarnings("ArrayRecordComponent") // handed to JSSE as they are, never compared
record TlsIdentity(KeyManager[] keys, TrustManager[] trust) {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    /** Empty when nothing differs from the Java runtime's defaults. */
    static Optional<TlsIdentity> of(GitTls tls) throws GeneralSecurityException, IOException {
        if (tls.equals(GitTls.SYSTEM)) {
            return Optional.empty();
        }
        return Optional.of(new TlsIdentity(keys(tls), trust(tls)));
    }

    private static TrustManager[] trust(GitTls tls) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate authority : Stream.concat(system(), certificates(tls.authorities()).stream())
                .toList()) {
            store.setCertificateEntry("authority-" + number, authority);
            number++;
        }
        return managers(store).getTrustManagers();
    }

    private static Stream<X509Certificate> system() throws GeneralSecurityException {
        return Arrays.stream(managers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    private static TrustManagerFactory managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static KeyManager[] keys(GitTls tls) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        if (!tls.certificate().isEmpty()) {
            Certificate[] chain = certificates(tls.certificate()).toArray(Certificate[]::new);
            store.setKeyEntry("client", privateKey(tls.key()), new char[0], chain);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** PKCS#8, PKCS#1 and SEC 1; what else stands in the text, such as curve parameters, is passed over. */
    private static PrivateKey privateKey(String pem) throws GeneralSecurityException, IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PrivateKeyInfo key) {
                    return new JcaPEMKeyConverter().getPrivateKey(key);
                }
                if (found instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        }
        throw new GeneralSecurityException("the client key is not an unencrypted private key in PEM form");
    }

    /**
     * The certificates of a text; like Go, what else stands in it and what cannot be read is passed over. Texts without any are not an error
     * here: what they would have vouched for is then not trusted.
     */
    private static List<X509Certificate> certificates(String pem) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return CERTIFICATE
                .matcher(pem)
                .results()
                .map(block -> certificate(factory, block.group()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<X509Certificate> certificate(CertificateFactory factory, String block) {
        try (InputStream in = new ByteArrayInputStream(block.getBytes(StandardCharsets.UTF_8))) {
            return Optional.of((X509Certificate) factory.generateCertificate(in));
        } catch (CertificateException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
