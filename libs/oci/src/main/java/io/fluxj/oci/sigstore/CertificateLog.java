package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.UnverifiedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/**
 * Whether a log for certificates took one before it was given out. Source: RFC 6962, §3.2, §3.3.
 *
 * @param logs that are trusted
 */
record CertificateLog(List<TrustedLog> logs) {
    private static final ASN1ObjectIdentifier TIMESTAMPS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
    private static final int MOST = 10;

    /** Requires that one of the logs put its name to it. */
    void require(X509Certificate certificate, X509Certificate issuer) throws UnverifiedException {
        try {
            Certificate parsed = Certificate.getInstance(certificate.getEncoded());
            Extension extension = parsed.getTBSCertificate().getExtensions().getExtension(TIMESTAMPS);
            if (extension == null) {
                throw new UnverifiedException("the certificate is not said to be in any log (it has no SCT)");
            }
            byte[] list =
                    ASN1OctetString.getInstance(extension.getParsedValue()).getOctets();
            byte[] entry = entry(parsed.getTBSCertificate(), issuer);
            if (!isIn(ByteBuffer.wrap(list), entry)) {
                throw new UnverifiedException("no log that is trusted says that it has the certificate");
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | BufferUnderflowException no) {
            throw new UnverifiedException("what logs say of the certificate cannot be read", no);
        }
    }

    private boolean isIn(ByteBuffer list, byte[] entry) {
        list.getShort();
        for (int read = 0; read < MOST && list.hasRemaining(); read++) {
            byte[] one = new byte[Short.toUnsignedInt(list.getShort())];
            list.get(one);
            if (holds(ByteBuffer.wrap(one), entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(ByteBuffer timestamp, byte[] entry) {
        byte version = timestamp.get();
        byte[] log = bytes(timestamp, 32);
        long time = timestamp.getLong();
        byte[] extensions = bytes(timestamp, Short.toUnsignedInt(timestamp.getShort()));
        timestamp.getShort();
        byte[] signature = bytes(timestamp, Short.toUnsignedInt(timestamp.getShort()));
        ByteBuffer head =
                ByteBuffer.allocate(12).put(version).put((byte) 0).putLong(time).putShort((short) 1);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.array());
        message.writeBytes(entry);
        message.writeBytes(
                ByteBuffer.allocate(2).putShort((short) extensions.length).array());
        message.writeBytes(extensions);
        String id = HexFormat.of().formatHex(log);
        return version == 0
                && logs.stream()
                        .anyMatch(one -> one.id().equals(id)
                                && one.span().holds(Instant.ofEpochMilli(time))
                                && one.key().signed(message.toByteArray(), signature));
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** What the log was shown: who was to issue it, and the certificate without what the log answered. */
    private static byte[] entry(TBSCertificate certificate, X509Certificate issuer)
            throws IOException, GeneralSecurityException {
        byte[] shown = withoutTimestamps(certificate).getEncoded("DER");
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(MessageDigest.getInstance("SHA-256")
                .digest(issuer.getPublicKey().getEncoded()));
        entry.writeBytes(new byte[] {(byte) (shown.length >> 16), (byte) (shown.length >> 8), (byte) shown.length});
        entry.writeBytes(shown);
        return entry.toByteArray();
    }

    private static TBSCertificate withoutTimestamps(TBSCertificate certificate) {
        ExtensionsGenerator kept = new ExtensionsGenerator();
        for (ASN1ObjectIdentifier id : certificate.getExtensions().getExtensionOIDs()) {
            if (!id.equals(TIMESTAMPS)) {
                kept.addExtension(certificate.getExtensions().getExtension(id));
            }
        }
        V3TBSCertificateGenerator shown = new V3TBSCertificateGenerator();
        shown.setSerialNumber(certificate.getSerialNumber());
        shown.setSignature(certificate.getSignature());
        shown.setIssuer(certificate.getIssuer());
        shown.setStartDate(certificate.getStartDate());
        shown.setEndDate(certificate.getEndDate());
        shown.setSubject(certificate.getSubject());
        shown.setSubjectPublicKeyInfo(certificate.getSubjectPublicKeyInfo());
        shown.setExtensions(kept.generate());
        return shown.generateTBSCertificate();
    }
}
