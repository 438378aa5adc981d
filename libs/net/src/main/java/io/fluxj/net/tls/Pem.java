package io.fluxj.net.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads certificates and keys in PEM form. */
public final class Pem {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    private Pem() {}

    /** A private key without a passphrase: PKCS#8, PKCS#1 and SEC 1; what else stands in the text, such as curve parameters, is passed over. */
    public static PrivateKey privateKey(String pem) throws GeneralSecurityException, IOException {
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
    public static List<X509Certificate> certificates(String pem) throws CertificateException {
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
}
