package io.fluxj.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A Sigstore of one's own, by its specifications: an issuer, a log for certificates, a log for signatures. What it makes, the real cosign takes. */
public final class FakeSigstore {
    /** Who signs. */
    public static final String SUBJECT = "https://github.com/org/app/.github/workflows/release.yml@refs/tags/v1";
    /** Who says who that is. */
    public static final String ISSUER = "https://token.actions.githubusercontent.com";

    private static final ASN1ObjectIdentifier ISSUER_ID = new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1.8");
    private static final ASN1ObjectIdentifier TIMESTAMPS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");

    /** What is wrong with a signature. */
    public enum Flaw {
        NO_CERTIFICATE_LOG,
        OTHER_CERTIFICATE_LOG,
        OTHER_ISSUER,
        OTHER_LOG,
        NO_LOG,
        NO_PROMISE,
        BROKEN_PROMISE,
        BROKEN_PROOF,
        UNSIGNED_CHECKPOINT,
        OTHER_SIGNATURE_IN_LOG,
        OTHER_PAYLOAD_IN_LOG,
        OTHER_CERTIFICATE_IN_LOG,
        TOO_LATE
    }

    private final KeyPair root = keys();
    private final KeyPair log = keys();
    private final KeyPair certificateLog = keys();
    private final KeyPair signer = keys();
    private final KeyPair stranger = keys();
    private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 3600);
    private final X509Certificate rootCertificate = certificate(root, root, Set.of(), true);

    /** {@code trusted_root.json}. */
    public String trustedRoot() throws GeneralSecurityException {
        return """
                {"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1",
                 "tlogs":[%s],"ctlogs":[%s],
                 "certificateAuthorities":[{"subject":{"organization":"o","commonName":"c"},"uri":"https://fulcio.test",
                  "certChain":{"certificates":[{"rawBytes":"%s"}]},"validFor":{"start":"2021-01-01T00:00:00Z"}}],"timestampAuthorities":[]}""".formatted(logJson(log), logJson(certificateLog), base64(rootCertificate.getEncoded()));
    }

    private static String logJson(KeyPair key) {
        return """
                {"baseUrl":"https://log.test","hashAlgorithm":"SHA2_256","publicKey":{"rawBytes":"%s",
                 "keyDetails":"PKIX_ECDSA_P256_SHA_256","validFor":{"start":"2021-01-01T00:00:00Z"}},"logId":{"keyId":"%s"}}""".formatted(base64(key.getPublic().getEncoded()), base64(id(key)));
    }

    /** A bundle with an envelope around a statement. */
    public String bundle(String payload, Flaw... flaws) throws Exception {
        Set<Flaw> wrong = flaws.length == 0 ? Set.of() : EnumSet.of(flaws[0], flaws);
        byte[] body = payload.getBytes(UTF_8);
        byte[] message = ("DSSEv1 28 application/vnd.in-toto+json " + body.length + " " + payload).getBytes(UTF_8);
        byte[] signature = sign(signer, message);
        X509Certificate leaf = certificate(signer, wrong.contains(Flaw.OTHER_ISSUER) ? stranger : root, wrong, false);
        String entry = """
                {"apiVersion":"0.0.1","kind":"dsse","spec":{"envelopeHash":{"algorithm":"sha256","value":"%s"},\
                "payloadHash":{"algorithm":"sha256","value":"%s"},"signatures":[{"signature":"%s","verifier":"%s"}]}}""".formatted(
                        hex(sha256(envelope(payload, signature).getBytes(UTF_8))),
                        hex(sha256(wrong.contains(Flaw.OTHER_PAYLOAD_IN_LOG) ? message : body)),
                        logged(signature, wrong),
                        pem(leaf, wrong));
        return """
                {"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json",
                 "verificationMaterial":{"certificate":{"rawBytes":"%s"},"tlogEntries":[%s]},
                 "dsseEnvelope":%s}""".formatted(
                        base64(leaf.getEncoded()),
                        wrong.contains(Flaw.NO_LOG) ? "" : entryJson(entry.getBytes(UTF_8), wrong),
                        envelope(payload, signature));
    }

    private static String envelope(String payload, byte[] signature) {
        return """
                {"payload":"%s","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"%s"}]}""".formatted(base64(payload.getBytes(UTF_8)), base64(signature));
    }

    private String entryJson(byte[] body, Set<Flaw> wrong) throws Exception {
        KeyPair by = wrong.contains(Flaw.OTHER_LOG) ? stranger : log;
        byte[] beside = sha256("something else".getBytes(UTF_8));
        byte[] head = sha256(new byte[] {1}, sha256(new byte[] {0}, body), beside);
        String checkpoint = "log.test - 1\n2\n" + base64(head) + "\n";
        byte[] note = sign(wrong.contains(Flaw.UNSIGNED_CHECKPOINT) ? stranger : by, checkpoint.getBytes(UTF_8));
        byte[] hinted =
                ByteBuffer.allocate(note.length + 4).put(id(by), 0, 4).put(note).array();
        return """
                {"logIndex":"5","logId":{"keyId":"%s"},"kindVersion":{"kind":"dsse","version":"0.0.1"},"integratedTime":"%d",
                 "inclusionPromise":{"signedEntryTimestamp":"%s"},
                 "inclusionProof":{"logIndex":"0","rootHash":"%s","treeSize":"2","hashes":["%s"],"checkpoint":{"envelope":%s}},
                 "canonicalizedBody":"%s"}""".formatted(
                        base64(id(by)),
                        integrated(wrong),
                        base64(promise(by, body, wrong)),
                        base64(head),
                        base64(wrong.contains(Flaw.BROKEN_PROOF) ? head : beside),
                        quoted(checkpoint + "\n\u2014 log.test " + base64(hinted) + "\n"),
                        base64(body));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n") + "\"";
    }

    private long integrated(Set<Flaw> wrong) {
        return now.plus(wrong.contains(Flaw.TOO_LATE) ? Duration.ofMinutes(30) : Duration.ofMinutes(1))
                .getEpochSecond();
    }

    private byte[] promise(KeyPair by, byte[] body, Set<Flaw> wrong) throws GeneralSecurityException {
        if (wrong.contains(Flaw.NO_PROMISE)) {
            return new byte[0];
        }
        String promise = "{\"body\":\"%s\",\"integratedTime\":%d,\"logID\":\"%s\",\"logIndex\":5}"
                .formatted(base64(body), integrated(wrong), hex(id(by)));
        return sign(wrong.contains(Flaw.BROKEN_PROMISE) ? stranger : by, promise.getBytes(UTF_8));
    }

    /** A signature of a statement in cosign's older form, and the annotations that stand beside it, in JSON. */
    public String older(String statement, Flaw... flaws) throws Exception {
        Set<Flaw> wrong = flaws.length == 0 ? Set.of() : EnumSet.of(flaws[0], flaws);
        byte[] signature = sign(signer, statement.getBytes(UTF_8));
        X509Certificate leaf = certificate(signer, wrong.contains(Flaw.OTHER_ISSUER) ? stranger : root, wrong, false);
        String entry = """
                {"apiVersion":"0.0.1","kind":"hashedrekord","spec":{"data":{"hash":{"algorithm":"sha256","value":"%s"}},\
                "signature":{"content":"%s","publicKey":{"content":"%s"}}}}""".formatted(
                        hex(sha256((wrong.contains(Flaw.OTHER_PAYLOAD_IN_LOG) ? "other" : statement).getBytes(UTF_8))),
                        logged(signature, wrong),
                        pem(leaf, wrong));
        KeyPair by = wrong.contains(Flaw.OTHER_LOG) ? stranger : log;
        String bundle = """
                {"SignedEntryTimestamp":"%s","Payload":{"body":"%s","integratedTime":%d,"logIndex":5,"logID":"%s"}}""".formatted(
                        base64(promise(by, entry.getBytes(UTF_8), wrong)),
                        base64(entry.getBytes(UTF_8)),
                        integrated(wrong),
                        hex(id(by)));
        String certificate = new String(Base64.getDecoder().decode(pem(leaf, Set.of())), UTF_8);
        return """
                {"dev.cosignproject.cosign/signature":"%s","dev.sigstore.cosign/certificate":%s%s}""".formatted(
                base64(signature),
                quoted(certificate),
                wrong.contains(Flaw.NO_LOG)
                        ? ""
                        : ",\"dev.sigstore.cosign/bundle\":\"" + bundle.strip().replace("\"", "\\\"") + "\"");
    }

    /** A signature of a commit as gitsign makes them when it does not rely on the log to be asked. */
    public String commit(byte[] payload, Flaw... flaws) throws Exception {
        Set<Flaw> wrong = flaws.length == 0 ? Set.of() : EnumSet.of(flaws[0], flaws);
        X509Certificate leaf = certificate(signer, wrong.contains(Flaw.OTHER_ISSUER) ? stranger : root, wrong, false);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", signer.getPrivate(), leaf));
        generator.addCertificate(new X509CertificateHolder(leaf.getEncoded()));
        byte[] signed = wrong.contains(Flaw.OTHER_PAYLOAD_IN_LOG) ? "other".getBytes(UTF_8) : payload;
        CMSSignedData made = generator.generate(new CMSProcessableByteArray(signed), false);
        SignerInformation by = made.getSignerInfos().getSigners().iterator().next();
        String body = """
                {"apiVersion":"0.0.1","kind":"hashedrekord","spec":{"data":{"hash":{"algorithm":"sha256","value":"%s"}},\
                "signature":{"content":"%s","publicKey":{"content":"%s"}}}}""".formatted(
                hex(sha256(by.getEncodedSignedAttributes())), logged(by.getSignature(), wrong), pem(leaf, wrong));
        Attribute entry = new Attribute(
                new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.3.1"),
                new DERSet(new DEROctetString(entry(body.getBytes(UTF_8), wrong))));
        SignerInformation logged = wrong.contains(Flaw.NO_LOG)
                ? by
                : SignerInformation.replaceUnsignedAttributes(by, new AttributeTable(entry));
        byte[] der = CMSSignedData.replaceSigners(made, new SignerInformationStore(logged))
                .getEncoded();
        return "-----BEGIN SIGNED MESSAGE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END SIGNED MESSAGE-----\n";
    }

    /** In protobuf's binary form, without the body. */
    private byte[] entry(byte[] body, Set<Flaw> wrong) throws Exception {
        KeyPair by = wrong.contains(Flaw.OTHER_LOG) ? stranger : log;
        byte[] beside = sha256("something else".getBytes(UTF_8));
        byte[] head = sha256(new byte[] {1}, sha256(new byte[] {0}, body), beside);
        String checkpoint = "log.test - 1\n2\n" + base64(head) + "\n";
        byte[] note = sign(wrong.contains(Flaw.UNSIGNED_CHECKPOINT) ? stranger : by, checkpoint.getBytes(UTF_8));
        byte[] hinted =
                ByteBuffer.allocate(note.length + 4).put(id(by), 0, 4).put(note).array();
        String envelope = checkpoint + "\n\u2014 log.test " + base64(hinted) + "\n";
        byte[] proof = joined(
                number(3, 2),
                field(2, head),
                field(4, wrong.contains(Flaw.BROKEN_PROOF) ? head : beside),
                field(5, field(1, envelope.getBytes(UTF_8))));
        byte[] kind = joined(field(1, "hashedrekord".getBytes(UTF_8)), field(2, "0.0.1".getBytes(UTF_8)));
        return joined(
                number(1, 5),
                field(2, field(1, id(by))),
                field(3, kind),
                number(4, integrated(wrong)),
                field(5, field(1, promise(by, body, wrong))),
                field(6, proof));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] number(int field, long value) {
        return joined(varint(field << 3), varint(value));
    }

    private static byte[] field(int field, byte[] value) {
        return joined(varint(field << 3 | 2), varint(value.length), value);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long left = value;
        while (left > 0x7F) {
            out.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
        return out.toByteArray();
    }

    private String logged(byte[] signature, Set<Flaw> wrong) throws GeneralSecurityException {
        return base64(wrong.contains(Flaw.OTHER_SIGNATURE_IN_LOG) ? sign(signer, new byte[1]) : signature);
    }

    private String pem(X509Certificate leaf, Set<Flaw> wrong) throws GeneralSecurityException {
        X509Certificate shown = wrong.contains(Flaw.OTHER_CERTIFICATE_IN_LOG) ? rootCertificate : leaf;
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(shown.getEncoded());
        return base64(("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n").getBytes(UTF_8));
    }

    private X509Certificate certificate(KeyPair subject, KeyPair issuer, Set<Flaw> wrong, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = builder(subject, authority);
            if (!authority && !wrong.contains(Flaw.NO_CERTIFICATE_LOG)) {
                byte[] shown = new JcaX509CertificateConverter()
                        .getCertificate(builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())))
                        .getTBSCertificate();
                KeyPair by = wrong.contains(Flaw.OTHER_CERTIFICATE_LOG) ? stranger : certificateLog;
                builder.addExtension(TIMESTAMPS, false, new DEROctetString(logged(by, issuer, shown)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JcaX509v3CertificateBuilder builder(KeyPair subject, boolean authority) throws Exception {
        Duration before = authority ? Duration.ofDays(100) : Duration.ZERO;
        Duration after = authority ? Duration.ofDays(100) : Duration.ofMinutes(10);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Principal("O=sigstore.test,CN=root"),
                BigInteger.valueOf(authority ? 1 : 2),
                Date.from(now.minus(before)),
                Date.from(now.plus(after)),
                new X500Principal(authority ? "O=sigstore.test,CN=root" : ""),
                subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
        if (!authority) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    true,
                    new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, SUBJECT)));
            builder.addExtension(ISSUER_ID, false, new DERUTF8String(ISSUER));
        }
        return builder;
    }

    private byte[] logged(KeyPair by, KeyPair issuer, byte[] shown) throws Exception {
        long time = now.toEpochMilli();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(ByteBuffer.allocate(12)
                .putShort((short) 0)
                .putLong(time)
                .putShort((short) 1)
                .array());
        message.writeBytes(sha256(issuer.getPublic().getEncoded()));
        message.writeBytes(new byte[] {0, (byte) (shown.length >> 8), (byte) shown.length});
        message.writeBytes(shown);
        message.writeBytes(new byte[2]);
        byte[] signature = sign(by, message.toByteArray());
        int length = 1 + 32 + 8 + 2 + 2 + 2 + signature.length;
        return ByteBuffer.allocate(4 + length)
                .putShort((short) (length + 2))
                .putShort((short) length)
                .put((byte) 0)
                .put(id(by))
                .putLong(time)
                .putShort((short) 0)
                .put((byte) 4)
                .put((byte) 3)
                .putShort((short) signature.length)
                .put(signature)
                .array();
    }

    private static byte[] id(KeyPair key) {
        return sha256(key.getPublic().getEncoded());
    }

    private static byte[] sign(KeyPair key, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
