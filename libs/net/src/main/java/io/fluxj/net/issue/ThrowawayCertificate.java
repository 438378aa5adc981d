package io.fluxj.net.issue;

import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate with its key, and what one can make of it.
 *
 * @param certificate lasts an hour
 * @param keys of an elliptic curve
 */
public record ThrowawayCertificate(X509Certificate certificate, KeyPair keys) {
    private static final Duration VALID = Duration.ofHours(1);

    /** One that may issue others. */
    public static ThrowawayCertificate authority(String name) {
        KeyPair keys = newKeys();
        X500Principal subject = new X500Principal("CN=" + name);
        return new ThrowawayCertificate(new Signer(subject, keys).sign(subject, keys, true), keys);
    }

    /** A certificate for clients, and for servers at 127.0.0.1 and localhost, signed by this authority. */
    public ThrowawayCertificate issue(String name) {
        KeyPair own = newKeys();
        Signer signer = new Signer(certificate.getSubjectX500Principal(), keys);
        return new ThrowawayCertificate(signer.sign(new X500Principal("CN=" + name), own, false), own);
    }

    /** The certificate in PEM form. */
    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("it was encoded when it was made", impossible);
        }
    }

    /** The private key in PEM form. */
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** A server's context with this certificate, which trusts clients of an authority. */
    public SSLContext server(ThrowawayCertificate clients) {
        try {
            return new TlsConfig(Trust.only(clients.certificatePem()), certificatePem(), keyPem())
                    .context()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("the certificate and its key are our own", impossible);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has elliptic curves", impossible);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ThrowawayCertificate[" + certificate.getSubjectX500Principal() + "]";
    }

    private record Signer(X500Principal issuer, KeyPair keys) {
        X509Certificate sign(X500Principal subject, KeyPair own, boolean authority) {
            Instant now = Instant.now();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.minus(VALID)),
                    Date.from(now.plus(VALID)),
                    subject,
                    own.getPublic());
            try {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                builder.addExtension(Extension.subjectAlternativeName, false, names());
                return new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            } catch (IOException | OperatorCreationException | GeneralSecurityException impossible) {
                throw new IllegalStateException("cannot sign a certificate for " + subject, impossible);
            }
        }

        private static GeneralNames names() {
            return new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
            });
        }
    }
}
