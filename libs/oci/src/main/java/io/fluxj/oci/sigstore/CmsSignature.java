package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.x509.Certificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/**
 * A signature apart from what it is of, in CMS form, as gitsign makes them: the certificate is in it, and among what is not signed the log's entry, whose
 * body is made anew. Source: RFC 5652; gitsign, "rekor mode offline".
 *
 * @param signed what the key signed
 * @param evidence who made it, and when
 */
record CmsSignature(Signed signed, Evidence evidence) {
    private static final Pattern ARMOUR = Pattern.compile(
            "-----BEGIN SIGNED MESSAGE-----([A-Za-z0-9+/=\\s]{1,200000})-----END SIGNED MESSAGE-----\\s*");
    private static final ASN1ObjectIdentifier ENTRY = new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.3.1");
    private static final Map<String, String> DIGESTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** Reads one, which must be of the payload. */
    static CmsSignature read(String armour, byte[] payload) throws UnverifiedException {
        Matcher armoured = ARMOUR.matcher(armour);
        if (!armoured.matches()) {
            throw new UnverifiedException("it is no signed message in ASCII armour");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(armoured.group(1));
            return read(new CMSSignedData(der), payload);
        } catch (CMSException | IOException | RuntimeException malformed) {
            throw new UnverifiedException("it is no signed message in CMS form", malformed);
        }
    }

    private static CmsSignature read(CMSSignedData message, byte[] payload) throws UnverifiedException, IOException {
        Collection<SignerInformation> signers = message.getSignerInfos().getSigners();
        if (signers.size() != 1 || message.getSignedContent() != null) {
            throw new UnverifiedException("it is not by one signer, or not apart from what it is of");
        }
        SignerInformation signer = signers.iterator().next();
        requireDigest(signer, payload);
        X509Certificate certificate = certificate(message, signer);
        Signed signed = new Signed(signer.getEncodedSignedAttributes(), Optional.empty(), signer.getSignature());
        return new CmsSignature(
                signed, new Evidence(certificate, entries(signer, signed, certificate), timestamps(signer)));
    }

    /** What is signed are attributes, one of which is the digest of the payload. */
    private static void requireDigest(SignerInformation signer, byte[] payload) throws UnverifiedException {
        Optional<AttributeTable> attributes = Optional.ofNullable(signer.getSignedAttributes());
        Optional<byte[]> digest = attributes
                .flatMap(table -> one(table, CMSAttributes.messageDigest))
                .map(CmsSignature::octets);
        boolean ofData = attributes
                .flatMap(table -> one(table, CMSAttributes.contentType))
                .filter(PKCSObjectIdentifiers.data::equals)
                .isPresent();
        Optional<String> algorithm = Optional.ofNullable(DIGESTS.get(signer.getDigestAlgOID()));
        if (digest.isEmpty() || algorithm.isEmpty() || !ofData) {
            throw new UnverifiedException("it does not say by a digest that is safe what it is of");
        }
        if (!Arrays.equals(digest.get(), hash(algorithm.get(), payload))) {
            throw new UnverifiedException("it is of something else");
        }
    }

    private static Optional<ASN1Encodable> one(AttributeTable table, ASN1ObjectIdentifier type) {
        if (table.getAll(type).size() != 1) {
            return Optional.empty();
        }
        Attribute attribute = table.get(type);
        return attribute.getAttrValues().size() == 1
                ? Optional.of(attribute.getAttrValues().getObjectAt(0))
                : Optional.empty();
    }

    private static byte[] octets(ASN1Encodable value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }

    private static X509Certificate certificate(CMSSignedData message, SignerInformation signer)
            throws UnverifiedException, IOException {
        Collection<X509CertificateHolder> found = message.getCertificates().getMatches(null);
        for (X509CertificateHolder holder : found) {
            if (signer.getSID().match(holder)) {
                return Certificates.read(holder.getEncoded());
            }
        }
        throw new UnverifiedException("it has no certificate of its signer");
    }

    private static List<LogEntry> entries(SignerInformation signer, Signed signed, X509Certificate certificate)
            throws UnverifiedException {
        Optional<byte[]> entry = Optional.ofNullable(signer.getUnsignedAttributes())
                .flatMap(table -> one(table, ENTRY))
                .map(CmsSignature::octets);
        if (entry.isEmpty()) {
            throw new UnverifiedException(
                    "the log's entry is not in it, and the log is not asked: sign with" + " gitsign.rekorMode=offline");
        }
        return List.of(LogEntry.read(ProtoMessage.read(entry.get()), body(signed, certificate)));
    }

    /** What the log took: not in the entry, since all of it is in the signature. Source: Rekor, hashedrekord 0.0.1. */
    private static byte[] body(Signed signed, X509Certificate certificate) {
        return """
                {"apiVersion":"0.0.1","kind":"hashedrekord","spec":{"data":{"hash":{"algorithm":"sha256","value":"%s"}},\
                "signature":{"content":"%s","publicKey":{"content":"%s"}}}}""".formatted(
                        HexFormat.of().formatHex(hash("SHA-256", signed.message())),
                        Base64.getEncoder().encodeToString(signed.signature()),
                        Base64.getEncoder().encodeToString(pem(certificate)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pem(X509Certificate certificate) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<byte[]> timestamps(SignerInformation signer) throws IOException {
        Optional<ASN1Encodable> token = Optional.ofNullable(signer.getUnsignedAttributes())
                .flatMap(table -> one(table, PKCSObjectIdentifiers.id_aa_signatureTimeStampToken));
        List<byte[]> tokens = new ArrayList<>();
        if (token.isPresent()) {
            tokens.add(token.get().toASN1Primitive().getEncoded());
        }
        return tokens;
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
