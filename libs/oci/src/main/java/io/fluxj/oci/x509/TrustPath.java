package io.fluxj.oci.x509;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a certificate was issued by somebody that is trusted, at some time. Nobody is asked whether it was revoked.
 *
 * @param anchors who is trusted; roots or what they issued
 * @param between certificates that may stand between the two
 */
public record TrustPath(Collection<X509Certificate> anchors, Collection<X509Certificate> between) {
    /** The certificates from {@code leaf} up to one that is trusted, both included; empty when there is no such way. */
    public Optional<List<X509Certificate>> of(X509Certificate leaf, Instant at) {
        if (anchors.isEmpty()) {
            return Optional.empty();
        }
        try {
            PKIXCertPathBuilderResult found = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters(leaf, at));
            List<X509Certificate> path = new ArrayList<>();
            found.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
            path.add(found.getTrustAnchor().getTrustedCert());
            return Optional.of(path);
        } catch (CertPathBuilderException none) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime builds paths", impossible);
        }
    }

    private PKIXBuilderParameters parameters(X509Certificate leaf, Instant at)
            throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(leaf);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), wanted);
        List<X509Certificate> known = new ArrayList<>(between);
        known.add(leaf);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        return parameters;
    }
}
