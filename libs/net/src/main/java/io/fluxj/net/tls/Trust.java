package io.fluxj.net.tls;

import java.security.cert.CertificateException;

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
