package io.fluxj.oci.notation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.archive.Digest;
import io.fluxj.oci.notation.Envelope.Scheme;
import io.fluxj.oci.signature.Json;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.oci.x509.Timestamp;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Judges one signature after another.
 *
 * @param policy that applies
 * @param trusted certificates
 * @param now when it is
 */
record Judge(TrustPolicy policy, List<X509Certificate> trusted, Instant now) {
    /** One check; it throws what is wrong. */
    @FunctionalInterface
    private interface Examination {
        void examine() throws UnverifiedException;
    }

    /**
     * What an envelope, of which the signature itself holds, is worth for an artifact.
     *
     * @throws UnverifiedException when a check fails that the policy enforces
     */
    Verdict judge(Envelope envelope, Digest artifact) throws UnverifiedException {
        requireAbout(envelope.payload(), artifact);
        List<String> remarks = new ArrayList<>();
        boolean authentic = holds(Check.AUTHENTICITY, () -> requireAuthentic(envelope), remarks);
        holds(Check.EXPIRY, () -> requireLasting(envelope), remarks);
        holds(Check.AUTHENTIC_TIMESTAMP, () -> requireInTime(envelope), remarks);
        holds(Check.REVOCATION, () -> requireIrrevocable(envelope.chain()), remarks);
        return new Verdict(authentic, remarks);
    }

    private boolean holds(Check check, Examination examination, List<String> remarks) throws UnverifiedException {
        Action action = policy.level().of(check);
        if (action == Action.SKIP) {
            return true;
        }
        try {
            examination.examine();
            return true;
        } catch (UnverifiedException fault) {
            if (action == Action.ENFORCE) {
                throw fault;
            }
            remarks.add("verification check for type '" + check.text() + "' failed: " + fault.message());
            return false;
        }
    }

    private static void requireAbout(byte[] payload, Digest artifact) throws UnverifiedException {
        JsonNode target = Json.read(payload).path("targetArtifact");
        if (!target.path("digest").asText("").equals(artifact.toString())) {
            throw new UnverifiedException("content descriptor mismatch");
        }
    }

    private void requireAuthentic(Envelope envelope) throws UnverifiedException {
        if (!policy.hasStore(envelope.headers().scheme().store())) {
            throw new UnverifiedException(
                    "no trusted certificates are found to verify authenticity: no trust store of type \""
                            + envelope.headers().scheme().store() + "\" is named by the policy \"" + policy.name()
                            + "\"");
        }
        if (envelope.chain().stream().noneMatch(trusted::contains)) {
            throw new UnverifiedException("the signature's certificate chain does not contain any trusted certificate");
        }
        requireIdentity(envelope.chain().getFirst());
    }

    private void requireIdentity(X509Certificate signer) throws UnverifiedException {
        if (policy.identities().contains(TrustPolicy.ANY)) {
            return;
        }
        DistinguishedName subject =
                DistinguishedName.parse(signer.getSubjectX500Principal().getName());
        for (String identity : policy.identities()) {
            if (DistinguishedName.ofIdentity(identity)
                    .filter(name -> name.isPartOf(subject))
                    .isPresent()) {
                return;
            }
        }
        throw new UnverifiedException("signing certificate from the digital signature does not match the X.509 trusted"
                + " identities defined in the trust policy \"" + policy.name() + "\"");
    }

    private void requireLasting(Envelope envelope) throws UnverifiedException {
        Instant end = envelope.headers().expires().orElse(Instant.MAX);
        if (!now.isBefore(end)) {
            throw new UnverifiedException("digital signature has expired on \"" + end + "\"");
        }
    }

    private void requireInTime(Envelope envelope) throws UnverifiedException {
        if (envelope.headers().scheme() == Scheme.SIGNING_AUTHORITY) {
            requireValid(envelope.chain(), envelope.headers().signedAt());
            return;
        }
        boolean lasting = envelope.chain().stream().allMatch(one -> isValid(one, now));
        if (!policy.hasStore("tsa") || (lasting && !policy.stampAlways())) {
            requireValid(envelope.chain(), now);
            return;
        }
        if (envelope.timestamp().length == 0) {
            throw new UnverifiedException("no timestamp countersignature was found in the signature envelope");
        }
        requireValid(
                envelope.chain(), Timestamp.verify(envelope.timestamp(), envelope.signature(), trusted, List.of()));
    }

    private static void requireValid(List<X509Certificate> chain, Instant at) throws UnverifiedException {
        for (X509Certificate certificate : chain) {
            if (!isValid(certificate, at)) {
                throw new UnverifiedException("certificate \""
                        + certificate.getSubjectX500Principal().getName() + "\" is not valid at " + at);
            }
        }
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Certificates that nobody can revoke cannot have been, nor the root; whether others were is asked of nobody. */
    private static void requireIrrevocable(List<X509Certificate> chain) throws UnverifiedException {
        for (X509Certificate certificate : chain.subList(0, chain.size() - 1)) {
            if (isRevocable(certificate)) {
                throw new UnverifiedException("signing certificate with subject \""
                        + certificate.getSubjectX500Principal().getName()
                        + "\" revocation status is unknown: the servers that it names are not asked; set"
                        + " signatureVerification.override.revocation to \"log\" or \"skip\"");
            }
        }
    }

    private static boolean isRevocable(X509Certificate certificate) throws UnverifiedException {
        byte @Nullable [] access = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
        if (certificate.getExtensionValue(Extension.cRLDistributionPoints.getId()) != null) {
            return true;
        }
        try {
            return access != null
                    && Arrays.stream(AuthorityInformationAccess.getInstance(
                                            JcaX509ExtensionUtils.parseExtensionValue(access))
                                    .getAccessDescriptions())
                            .anyMatch(one -> one.getAccessMethod().equals(AccessDescription.id_ad_ocsp));
        } catch (IOException | IllegalArgumentException malformed) {
            throw new UnverifiedException("a certificate's authority information access cannot be read", malformed);
        }
    }
}
