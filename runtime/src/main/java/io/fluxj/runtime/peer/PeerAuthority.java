package io.fluxj.runtime.peer;

import io.fluxj.net.issue.CertificateAuthority;
import io.fluxj.net.issue.IssuedCertificate;
import io.fluxj.net.issue.Validity;
import io.fluxj.net.tls.Pem;
import io.fluxj.runtime.secret.SecretData;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An installation's own authority, and the certificate that all its servers share. Each is renewed when a third of its life is left: a new authority first
 * stands beside the old one for an hour, so that everybody knows it before a certificate of it is shown.
 *
 * @param namespace of the installation
 */
record PeerAuthority(String namespace) {
    static final String AUTHORITY_KEY = "ca.key";
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(90);
    private static final Duration SPREAD = Duration.ofHours(1).plus(Validity.LATE_CLOCKS);
    private static final int LAST_PART = 3;

    /** What the Secret holds at the beginning. */
    Map<String, String> begin(Instant now) {
        CertificateAuthority authority = authority(now);
        Map<String, String> data = certificate(authority, now);
        data.put(PeerMaterial.AUTHORITIES, authority.certificatePem());
        data.put(AUTHORITY_KEY, authority.keyPem());
        return data;
    }

    /**
     * What has to change in the Secret by now; nothing most of the time.
     *
     * @throws GeneralSecurityException when what it holds cannot be used
     * @throws IOException when a key cannot be read
     */
    Map<String, String> renew(SecretData data, Instant now) throws GeneralSecurityException, IOException {
        String bundle = data.text(PeerMaterial.AUTHORITIES).orElse("");
        CertificateAuthority authority =
                CertificateAuthority.of(bundle, data.text(AUTHORITY_KEY).orElse(""));
        if (isLate(authority.certificate(), now)) {
            CertificateAuthority next = authority(now);
            return Map.of(
                    PeerMaterial.AUTHORITIES, next.certificatePem() + valid(bundle, now), AUTHORITY_KEY, next.keyPem());
        }
        return needsCertificate(data, authority, now) && isKnown(authority, now)
                ? certificate(authority, now)
                : Map.of();
    }

    private static boolean isKnown(CertificateAuthority authority, Instant now) {
        return !now.isBefore(authority.certificate().getNotBefore().toInstant().plus(SPREAD));
    }

    private static boolean needsCertificate(SecretData data, CertificateAuthority authority, Instant now)
            throws GeneralSecurityException {
        Optional<X509Certificate> own = Pem.certificates(
                        data.text(PeerMaterial.CERTIFICATE).orElse(""))
                .stream()
                .findFirst();
        return own.isEmpty()
                || isLate(own.get(), now)
                || !own.get()
                        .getIssuerX500Principal()
                        .equals(authority.certificate().getSubjectX500Principal());
    }

    private static boolean isLate(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        return now.isAfter(until.minus(Duration.between(from, until).dividedBy(LAST_PART)));
    }

    /** Names of authorities differ by their time, so that certificates tell whose they are. */
    private CertificateAuthority authority(Instant now) {
        return CertificateAuthority.create(
                "fluxj peers " + namespace + " " + now.getEpochSecond(), Validity.of(now, AUTHORITY_LIFE));
    }

    private Map<String, String> certificate(CertificateAuthority authority, Instant now) {
        IssuedCertificate issued = authority.issue(
                "controllers of " + namespace, List.of("*." + namespace + ".svc"), Validity.of(now, CERTIFICATE_LIFE));
        Map<String, String> data = new LinkedHashMap<>();
        data.put(PeerMaterial.CERTIFICATE, issued.certificate());
        data.put(PeerMaterial.KEY, issued.key());
        return data;
    }

    /** Those of a bundle that have not ended, as they stand there. */
    private static String valid(String bundle, Instant now) throws GeneralSecurityException {
        List<X509Certificate> found = Pem.certificates(bundle);
        List<String> blocks = Stream.of(bundle.split("(?=-----BEGIN CERTIFICATE-----)"))
                .filter(block -> block.startsWith("-----BEGIN"))
                .toList();
        return Stream.iterate(0, at -> at < Math.min(found.size(), blocks.size()), at -> at + 1)
                .filter(at -> now.isBefore(found.get(at).getNotAfter().toInstant()))
                .map(blocks::get)
                .collect(Collectors.joining());
    }
}
