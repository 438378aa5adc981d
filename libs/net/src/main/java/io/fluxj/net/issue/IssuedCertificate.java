package io.fluxj.net.issue;

/**
 * A certificate with its key, both in PEM form.
 *
 * @param certificate X.509
 * @param key PKCS#8
 */
public record IssuedCertificate(String certificate, String key) {
    /** Leaves the key out. */
    @Override
    public String toString() {
        return "IssuedCertificate[" + certificate.length() + " characters]";
    }
}
