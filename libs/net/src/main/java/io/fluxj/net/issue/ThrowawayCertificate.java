package io.fluxj.net.issue;

import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

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
        KeyPair keys = CertificateSigner.newKeys();
        X500Principal subject = new X500Principal("CN=" + name);
        return new ThrowawayCertificate(sign(subject, keys, subject, keys, true), keys);
    }

    /** A certificate for clients, and for servers at 127.0.0.1 and localhost, signed by this authority. */
    public ThrowawayCertificate issue(String name) {
        KeyPair own = CertificateSigner.newKeys();
        X500Principal issuer = certificate.getSubjectX500Principal();
        return new ThrowawayCertificate(sign(issuer, keys, new X500Principal("CN=" + name), own, false), own);
    }

    /** The certificate in PEM form. */
    public String certificatePem() {
        return CertificateSigner.pem(certificate);
    }

    /** The private key in PEM form. */
    public String keyPem() {
        return CertificateSigner.pem(keys.getPrivate());
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

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ThrowawayCertificate[" + certificate.getSubjectX500Principal() + "]";
    }

    private static X509Certificate sign(
            X500Principal issuer, KeyPair signing, X500Principal subject, KeyPair own, boolean authority) {
        Instant now = Instant.now();
        return new CertificateSigner(issuer, signing.getPrivate(), new Validity(now.minus(VALID), now.plus(VALID)))
                .sign(subject, own.getPublic(), certificate -> certificate
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                        .addExtension(Extension.subjectAlternativeName, false, names()));
    }

    private static GeneralNames names() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
        });
    }
}
