package io.fluxj.net.tls;

import java.security.cert.CertPathBuilderException;
import java.util.Collection;

/** What Go says of a server whose certificate does not hold, which is what Flux shows. */
public final class UnverifiedCertificate {
    private static final String UNKNOWN_AUTHORITY = "x509: certificate signed by unknown authority";

    private UnverifiedCertificate() {}

    /**
     * What is said of a failure.
     *
     * @param causes the failure and its causes
     * @param otherwise what the JDK says, for cases that Go has no other words for
     */
    public static String message(Collection<Throwable> causes, String otherwise) {
        boolean unknown = causes.stream().anyMatch(CertPathBuilderException.class::isInstance);
        return "tls: failed to verify certificate: " + (unknown ? UNKNOWN_AUTHORITY : otherwise);
    }
}
