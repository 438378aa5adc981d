package io.fluxj.git;

/**
 * Certificates for HTTPS, in PEM form; each text may be empty.
 *
 * @param authorities certificate authorities trusted besides those of the Java runtime
 * @param certificate client certificate with its chain
 * @param key private key of the client certificate
 */
public record GitTls(String authorities, String certificate, String key) {
    /** Only what the Java runtime trusts, no client certificate. */
    public static final GitTls SYSTEM = new GitTls("", "", "");

    /** How many certificates of authorities there are, as far as their blocks tell. */
    public long authorityCount() {
        return authorities
                .lines()
                .filter(line -> line.strip().equals("-----BEGIN CERTIFICATE-----"))
                .count();
    }

    /** Certificates without the key. */
    @Override
    public String toString() {
        return "GitTls[authorities=" + !authorities.isEmpty() + ", client=" + !certificate.isEmpty() + "]";
    }
}
