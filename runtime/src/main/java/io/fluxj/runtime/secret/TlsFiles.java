package io.fluxj.runtime.secret;

import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;

/**
 * Certificates for TLS as a Secret holds them, in PEM form. Source: behaviour §0.2.
 *
 * @param authorities certificates of those who are trusted; empty for none
 * @param certificate client certificate with its chain; empty for none
 * @param key private key of the client certificate; empty for none
 */
public record TlsFiles(String authorities, String certificate, String key) {
    private static final String AUTHORITIES = "ca.crt";
    private static final String CERTIFICATE = "tls.crt";
    private static final String KEY = "tls.key";

    /** Reads {@code ca.crt}, {@code tls.crt} and {@code tls.key}, or the older {@code caFile}, {@code certFile} and {@code keyFile}; any may be missing. */
    public static TlsFiles of(NamedSecret secret) {
        return new TlsFiles(
                secret.text(AUTHORITIES, "caFile"), secret.text(CERTIFICATE, "certFile"), secret.text(KEY, "keyFile"));
    }

    /**
     * As {@link #of}, of a Secret that is there for certificates alone.
     *
     * @throws SecretException when there are none, or a client certificate without its key or a key without its certificate, or no certificate
     *     can be read among the authorities
     */
    public static TlsFiles require(NamedSecret secret) throws SecretException {
        TlsFiles files = of(secret);
        if (files.isHalf()) {
            String there = files.key.isEmpty() ? CERTIFICATE : KEY;
            String missing = files.key.isEmpty() ? KEY : CERTIFICATE;
            throw new SecretException(secret.called() + " contains '" + there + "' but missing '" + missing + "'");
        }
        if (files.isEmpty()) {
            throw new SecretException(secret.called() + " must contain either '" + AUTHORITIES + "' or both '"
                    + CERTIFICATE + "' and '" + KEY + "'");
        }
        if (!files.authorities.isEmpty() && !Trust.only(files.authorities).isReadable()) {
            throw new SecretException("failed to parse CA certificate");
        }
        return files;
    }

    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return authorities.isEmpty() && certificate.isEmpty() && key.isEmpty();
    }

    /** Whether there is a client certificate without its key, or the other way round. */
    public boolean isHalf() {
        return certificate.isEmpty() != key.isEmpty();
    }

    /** Trusts the authorities besides those of the Java runtime, as sources and image repositories do. */
    public TlsConfig besideSystem() {
        return new TlsConfig(Trust.besideSystem(authorities), certificate, key);
    }

    /** Trusts the authorities alone if there are any, as notification providers do. */
    public TlsConfig alone() {
        return new TlsConfig(authorities.isEmpty() ? Trust.SYSTEM : Trust.only(authorities), certificate, key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TlsFiles[authorities=" + !authorities.isEmpty() + ", client=" + !certificate.isEmpty() + "]";
    }
}
