package io.fluxj.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import javax.net.ssl.X509TrustManager;

/**
 * Which authorities count.
 *
 * @param authorities their certificates in PEM form; empty for none
 * @param alone whether those of the Java runtime do not count beside them
 */
public record Trust(String authorities, boolean alone) {
    /** Those of the Java runtime. */
    public static final Trust SYSTEM = besideSystem("");

    /** These and those of the Java runtime. */
    public static Trust besideSystem(String authorities) {
        return new Trust(authorities, false);
    }

    /** These and no others. */
    public static Trust only(String authorities) {
        return new Trust(authorities, true);
    }

    /**
     * What judges the chains of certificates that servers show; the name of a server is left to the caller.
     *
     * @throws GeneralSecurityException when a certificate cannot be used
     * @throws IOException when they cannot be kept
     */
    public X509TrustManager manager() throws GeneralSecurityException, IOException {
        return Arrays.stream(Authorities.managers(this))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("this Java runtime judges no X.509 certificates"));
    }

    /** How many certificates there are, as far as their blocks tell. */
    public long count() {
        return authorities
                .lines()
                .filter(line -> line.strip().equals("-----BEGIN CERTIFICATE-----"))
                .count();
    }

    /** Whether there is a certificate that can be read. */
    public boolean isReadable() {
        try {
            return !Pem.certificates(authorities).isEmpty();
        } catch (CertificateException impossible) {
            throw new IllegalStateException("every Java runtime reads X.509", impossible);
        }
    }

    @Override
    public String toString() {
        return "Trust[given=" + count() + ", alone=" + alone + "]";
    }
}
