package io.fluxj.net.issue;

import io.fluxj.net.tls.Pem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** An authority that issues certificates to servers. */
public record CertificateAuthority(X509Certificate certificate, PrivateKey key) {
    /** A new one, which may issue to servers alone. */
    public static CertificateAuthority create(String name, Validity validity) {
        KeyPair keys = CertificateSigner.newKeys();
        X500Principal subject = new X500Principal("CN=" + name);
        X509Certificate own = new CertificateSigner(subject, keys.getPrivate(), validity)
                .sign(subject, keys.getPublic(), certificate -> certificate
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
        return new CertificateAuthority(own, keys.getPrivate());
    }

    /**
     * One that was kept in PEM form; of several certificates the first one.
     *
     * @throws GeneralSecurityException when there is no certificate, or the key cannot be used
     * @throws IOException when the key cannot be read
     */
    public static CertificateAuthority of(String certificates, String key)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> found = Pem.certificates(certificates);
        if (found.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate of the authority");
        }
        return new CertificateAuthority(found.getFirst(), Pem.privateKey(key));
    }

    /**
     * A certificate for a server.
     *
     * @param hosts DNS names, which may begin with {@code *.}
     */
    public IssuedCertificate issue(String name, List<String> hosts, Validity validity) {
        KeyPair own = CertificateSigner.newKeys();
        GeneralNames names = new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
        X509Certificate issued = new CertificateSigner(certificate.getSubjectX500Principal(), key, validity)
                .sign(new X500Principal("CN=" + name), own.getPublic(), signed -> signed.addExtension(
                                Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                        .addExtension(Extension.subjectAlternativeName, false, names));
        return new IssuedCertificate(CertificateSigner.pem(issued), CertificateSigner.pem(own.getPrivate()));
    }

    /** The certificate in PEM form. */
    public String certificatePem() {
        return CertificateSigner.pem(certificate);
    }

    /** The key in PEM form. */
    public String keyPem() {
        return CertificateSigner.pem(key);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "CertificateAuthority[" + certificate.getSubjectX500Principal() + "]";
    }
}
