package io.fluxj.testkit;

/**
 * A certificate with its private key.
 *
 * @param certificatePem the X.509 certificate
 * @param keyPem the private key in PKCS#8
 */
public record TestCertificate(String certificatePem, String keyPem) {
    /** Leaves the key out. */
    @Override
    public String toString() {
        return "TestCertificate[" + certificatePem.length() + " characters]";
    }
}
