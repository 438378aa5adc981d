package io.fluxj.oci.x509;

import io.fluxj.oci.signature.UnverifiedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A time that an authority put its name to. Source: RFC 3161. */
public final class Timestamp {
    private Timestamp() {}

    /**
     * When something was there.
     *
     * @param token in DER form, a CMS message
     * @param stamped what it is about
     * @param authorities who is trusted to say so
     * @param known certificates of authorities that the token may leave out
     * @throws UnverifiedException when it is about something else, or none of them says so
     */
    public static Instant verify(
            byte[] token, byte[] stamped, Collection<X509Certificate> authorities, Collection<X509Certificate> known)
            throws UnverifiedException {
        try {
            TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
            requireAbout(read, stamped);
            Instant at = read.getTimeStampInfo().getGenTime().toInstant();
            List<X509Certificate> certificates = certificates(read, known);
            X509Certificate signer = signer(read, certificates);
            if (new TrustPath(authorities, certificates).of(signer, at).isEmpty() && !authorities.contains(signer)) {
                throw new UnverifiedException("the timestamp is by no authority that is trusted");
            }
            return at;
        } catch (CMSException | TSPException | IOException | GeneralSecurityException | OperatorCreationException no) {
            throw new UnverifiedException("the timestamp does not hold: " + no.getMessage(), no);
        }
    }

    private static List<X509Certificate> certificates(TimeStampToken token, Collection<X509Certificate> known)
            throws UnverifiedException, IOException {
        List<X509Certificate> certificates = new ArrayList<>(known);
        for (X509CertificateHolder held : token.getCertificates().getMatches(null)) {
            certificates.add(Certificates.read(held.getEncoded()));
        }
        return certificates;
    }

    /** Who signed it, with a certificate that is for timestamps alone. */
    private static X509Certificate signer(TimeStampToken token, List<X509Certificate> certificates)
            throws UnverifiedException, GeneralSecurityException, IOException, OperatorCreationException, TSPException {
        for (X509Certificate certificate : certificates) {
            X509CertificateHolder holder = new X509CertificateHolder(certificate.getEncoded());
            if (token.getSID().match(holder)) {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
                return certificate;
            }
        }
        throw new UnverifiedException("the timestamp lacks the certificate of who signed it");
    }

    private static void requireAbout(TimeStampToken token, byte[] stamped)
            throws UnverifiedException, GeneralSecurityException {
        String oid = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
        byte[] digest = MessageDigest.getInstance(algorithm(oid)).digest(stamped);
        if (!MessageDigest.isEqual(digest, token.getTimeStampInfo().getMessageImprintDigest())) {
            throw new UnverifiedException("the timestamp is about something else");
        }
    }

    private static String algorithm(String oid) throws UnverifiedException {
        if (oid.equals(NISTObjectIdentifiers.id_sha256.getId())) {
            return "SHA-256";
        }
        if (oid.equals(NISTObjectIdentifiers.id_sha384.getId())) {
            return "SHA-384";
        }
        if (oid.equals(NISTObjectIdentifiers.id_sha512.getId())) {
            return "SHA-512";
        }
        throw new UnverifiedException("the timestamp's digest is none of SHA-256, SHA-384, SHA-512");
    }
}
