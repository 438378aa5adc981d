package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.TrustedKey;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.x509.Timestamp;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * Whose signatures count. A certificate lasts some minutes, so what shows when it was used counts: the time that a log promised, or that an authority
 * put its name to. Nobody is asked over the network.
 */
public final class KeylessTrust {
    private final TrustedRoot root;
    private final List<Identity> identities;

    /**
     * Trusts signers.
     *
     * @param identities who may sign; when there are none, anyone whom the root's issuers vouch for, as with Flux
     */
    public KeylessTrust(TrustedRoot root, List<Identity> identities) {
        this.root = root;
        this.identities = List.copyOf(identities);
    }

    /**
     * Refuses a signature that was not made by one of the identities, with a certificate that was valid then and is in its log, or that is not in the
     * log of signatures.
     */
    public void require(Signed signed, Evidence evidence) throws UnverifiedException {
        if (!new TrustedKey(evidence.signer().getPublicKey()).signed(signed.message(), signed.signature())) {
            throw new UnverifiedException("the signature is not by the certificate's key");
        }
        for (Instant at : times(signed, evidence)) {
            requireIssued(evidence.signer(), at);
        }
        requireIdentity(Signer.of(evidence.signer()));
    }

    /** When it was signed, by all that say so. */
    private List<Instant> times(Signed signed, Evidence evidence) throws UnverifiedException {
        if (evidence.entries().isEmpty()) {
            throw new UnverifiedException("the signature is in no log");
        }
        List<Instant> times = new ArrayList<>();
        for (LogEntry entry : evidence.entries()) {
            EntryBody.read(entry.body()).require(signed, evidence.signer());
            new Witness(root.signatureLogs()).require(entry).ifPresent(times::add);
        }
        for (byte[] stamp : evidence.timestamps()) {
            times.add(time(stamp, signed.signature()));
        }
        if (times.isEmpty()) {
            throw new UnverifiedException("nobody that is trusted tells when it was signed");
        }
        return times;
    }

    private Instant time(byte[] answer, byte[] signature) throws UnverifiedException {
        byte[] token = token(answer);
        for (Authority authority : root.timestampers()) {
            try {
                Instant at = Timestamp.verify(token, signature, List.of(authority.root()), authority.chain());
                if (authority.span().holds(at)) {
                    return at;
                }
            } catch (UnverifiedException other) {
                // the next one may have made it
            }
        }
        throw new UnverifiedException("a timestamp is by no authority that is trusted");
    }

    /** A token stands alone in signatures of CMS; in bundles it is wrapped in an answer, which is a sequence that begins with a status. */
    private static byte[] token(byte[] answer) throws UnverifiedException {
        if (isToken(answer)) {
            return answer;
        }
        try {
            return new TimeStampResponse(answer).getTimeStampToken().getEncoded();
        } catch (TSPException | java.io.IOException | RuntimeException malformed) {
            throw new UnverifiedException("a timestamp cannot be read", malformed);
        }
    }

    private static boolean isToken(byte[] answer) {
        try {
            return ASN1Sequence.getInstance(answer).getObjectAt(0) instanceof ASN1ObjectIdentifier;
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    private void requireIssued(X509Certificate signer, Instant at) throws UnverifiedException {
        for (Authority issuer : root.issuers()) {
            List<X509Certificate> path = issuer.path(signer, at).orElse(List.of());
            if (path.size() > 1) {
                new CertificateLog(root.certificateLogs()).require(signer, path.get(1));
                return;
            }
        }
        throw new UnverifiedException(
                "the certificate was issued by nobody that is trusted, or was not valid at " + at);
    }

    private void requireIdentity(Signer signer) throws UnverifiedException {
        if (!identities.isEmpty() && identities.stream().noneMatch(signer::is)) {
            throw new UnverifiedException(
                    "none of the expected identities matched what was in the certificate, got subjects "
                            + signer.subjects() + " with issuer " + signer.issuer());
        }
    }
}
