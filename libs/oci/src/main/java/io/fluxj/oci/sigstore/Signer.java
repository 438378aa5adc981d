package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.UnverifiedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Who a certificate says that signed. Source: Fulcio, OID information.
 *
 * @param issuer who vouched for the signer
 * @param subjects names of the signer: an address of e-mail, a URI, or another name
 */
record Signer(String issuer, List<String> subjects) {
    private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";
    private static final String OLDER_ISSUER = "1.3.6.1.4.1.57264.1.1";
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final int OTHER_NAME = 0;
    private static final int EMAIL = 1;
    private static final int URI = 6;

    static Signer of(X509Certificate certificate) throws UnverifiedException {
        try {
            @Nullable List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes == null || !purposes.contains(CODE_SIGNING)) {
                throw new UnverifiedException("the certificate is not for signing code");
            }
            return new Signer(issuer(certificate), subjects(certificate));
        } catch (CertificateParsingException | IOException | IllegalArgumentException malformed) {
            throw new UnverifiedException("the certificate does not tell who signed", malformed);
        }
    }

    private static String issuer(X509Certificate certificate) throws IOException {
        Optional<byte[]> issuer = extension(certificate, ISSUER);
        if (issuer.isPresent()) {
            return ASN1UTF8String.getInstance(ASN1Primitive.fromByteArray(issuer.get()))
                    .getString();
        }
        return extension(certificate, OLDER_ISSUER)
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static Optional<byte[]> extension(X509Certificate certificate, String id) {
        return Optional.ofNullable(certificate.getExtensionValue(id))
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
    }

    private static List<String> subjects(X509Certificate certificate) throws CertificateParsingException {
        @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        List<String> subjects = new ArrayList<>();
        for (List<?> name : names == null ? List.<List<?>>of() : names) {
            Object value = name.get(1);
            switch ((Integer) name.get(0)) {
                case EMAIL, URI -> subjects.add(String.valueOf(value));
                case OTHER_NAME -> subjects.add(other((byte[]) value));
                default -> {
                    // Fulcio gives no others
                }
            }
        }
        return subjects;
    }

    /** A name of another kind: its kind, and a text. */
    private static String other(byte[] name) {
        ASN1Sequence parts =
                ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(name).getBaseObject());
        ASN1TaggedObject value = ASN1TaggedObject.getInstance(parts.getObjectAt(1));
        return ASN1UTF8String.getInstance(value.getExplicitBaseObject()).getString();
    }

    boolean is(Identity identity) {
        return identity.issuer().test(issuer) && subjects.stream().anyMatch(identity.subject());
    }
}
