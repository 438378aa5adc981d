package io.fluxj.oci.notation;

import io.fluxj.oci.signature.UnverifiedException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the certificates of a signer must be like, whoever trusts them. Source: Notary Project, certificate requirements. */
final class CodeSigningChain {
    private static final String USAGE = "2.5.29.15";
    private static final String CONSTRAINTS = "2.5.29.19";
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    /** Any purpose, servers, e-mail, timestamps, OCSP. */
    private static final Set<String> FORBIDDEN =
            Set.of("2.5.29.37.0", "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9");

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CERTIFICATES = 5;

    private CodeSigningChain() {}

    static void require(List<X509Certificate> chain) throws UnverifiedException {
        if (chain.isEmpty()) {
            throw new UnverifiedException("the signature has no certificates");
        }
        requireLeaf(chain.getFirst());
        for (int at = 1; at < chain.size(); at++) {
            requireAuthority(chain.get(at), at - 1);
            requireIssued(chain.get(at - 1), chain.get(at));
        }
        requireIssued(chain.getLast(), chain.getLast());
    }

    private static void requireLeaf(X509Certificate leaf) throws UnverifiedException {
        boolean[] usage = usage(leaf);
        if (!usage[DIGITAL_SIGNATURE]) {
            throw refused(leaf, "is not for digital signatures (key usage)");
        }
        for (int use = 1; use < usage.length; use++) {
            if (usage[use] && use != 1) {
                throw refused(leaf, "is for more than digital signatures (key usage)");
            }
        }
        if (leaf.getBasicConstraints() >= 0) {
            throw refused(leaf, "is one of an authority (basic constraints)");
        }
        requirePurpose(leaf);
    }

    private static void requirePurpose(X509Certificate leaf) throws UnverifiedException {
        try {
            @Nullable List<String> purposes = leaf.getExtendedKeyUsage();
            if (purposes != null
                    && (!purposes.contains(CODE_SIGNING) || purposes.stream().anyMatch(FORBIDDEN::contains))) {
                throw refused(leaf, "is not for signing code alone (extended key usage)");
            }
        } catch (CertificateParsingException malformed) {
            throw refused(leaf, "has a malformed extended key usage");
        }
    }

    private static void requireAuthority(X509Certificate authority, int below) throws UnverifiedException {
        @Nullable Set<String> critical = authority.getCriticalExtensionOIDs();
        if (critical == null || !critical.contains(CONSTRAINTS) || authority.getBasicConstraints() < 0) {
            throw refused(authority, "is not one of an authority (basic constraints)");
        }
        if (authority.getBasicConstraints() < below) {
            throw refused(
                    authority, "allows no more than " + authority.getBasicConstraints() + " authorities below it");
        }
        if (!usage(authority)[CERTIFICATES]) {
            throw refused(authority, "is not for signing certificates (key usage)");
        }
    }

    private static boolean[] usage(X509Certificate certificate) throws UnverifiedException {
        @Nullable Set<String> critical = certificate.getCriticalExtensionOIDs();
        boolean @Nullable [] usage = certificate.getKeyUsage();
        if (critical == null || !critical.contains(USAGE) || usage == null) {
            throw refused(certificate, "has no critical key usage");
        }
        return usage;
    }

    private static void requireIssued(X509Certificate certificate, X509Certificate issuer) throws UnverifiedException {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            throw refused(certificate, "is not followed by that of its issuer up to one that issued itself");
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.contains("SHA1") || algorithm.contains("MD5") || algorithm.contains("MD2")) {
            throw refused(certificate, "is signed with " + algorithm + ", which proves nothing");
        }
        try {
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException forged) {
            throw refused(certificate, "is not signed by the one that follows it");
        }
    }

    private static UnverifiedException refused(X509Certificate certificate, String why) {
        return new UnverifiedException("certificate-chain is invalid: the certificate with subject \""
                + certificate.getSubjectX500Principal().getName() + "\" " + why);
    }
}
