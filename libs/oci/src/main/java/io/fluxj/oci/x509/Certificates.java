package io.fluxj.oci.x509;

import io.fluxj.oci.signature.UnverifiedException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** Reads certificates that somebody sent. */
public final class Certificates {
    /** A certificate of 4096 bits needs 2 KiB. */
    private static final int LARGEST = 64 << 10;

    private Certificates() {}

    /**
     * One certificate in DER form.
     *
     * @throws UnverifiedException when it is none
     */
    public static X509Certificate read(byte[] der) throws UnverifiedException {
        if (der.length > LARGEST) {
            throw new UnverifiedException("a certificate is longer than " + LARGEST + " bytes");
        }
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException malformed) {
            throw new UnverifiedException("a certificate cannot be read", malformed);
        }
    }

    /**
     * All certificates of a file, in PEM or DER form.
     *
     * @param name what the file is called
     * @throws UnverifiedException when there are none, or one is malformed
     */
    public static List<X509Certificate> readAll(String name, byte[] file) throws UnverifiedException {
        try {
            Collection<? extends java.security.cert.Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file));
            List<X509Certificate> certificates =
                    all.stream().map(X509Certificate.class::cast).toList();
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (GeneralSecurityException malformed) {
            throw new UnverifiedException("failed to parse certificate '" + name + "'", malformed);
        }
        throw new UnverifiedException("failed to parse certificate '" + name + "': there is none in it");
    }
}
