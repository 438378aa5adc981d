package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoError;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** Issues certificates with the extensions that Go's {@code x509.CreateCertificate} gives those of sprig. */
record Certificates(Clock clock, SecureRandom random) {
    private static final int SERIAL_BITS = 128;
    private static final int LONGEST_DAYS = 1_000_000;

    /** What a certificate is for. */
    record Subject(String name, List<GeneralName> alternatives, long days, boolean authority) {}

    /** Who signs; a name of null is the subject itself. */
    record Issuer(@Nullable X509CertificateHolder certificate, PrivateKeys key) {}

    String issue(Subject subject, PrivateKeys key, Issuer issuer) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, new DERUTF8String(subject.name()))
                .build();
        X500Name signer =
                issuer.certificate() == null ? name : issuer.certificate().getSubject();
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        long days = Math.clamp(subject.days(), -LONGEST_DAYS, LONGEST_DAYS);
        SubjectPublicKeyInfo publicKey =
                SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                signer,
                new BigInteger(SERIAL_BITS, random),
                Date.from(now),
                Date.from(now.plusSeconds(days * 86_400)),
                name,
                publicKey);
        try {
            addExtensions(builder, subject, publicKey);
            if (issuer.certificate() != null && !signer.equals(name)) {
                addAuthority(builder, issuer.certificate());
            }
            var content = new JcaContentSignerBuilder(algorithm(issuer.key()))
                    .build(issuer.key().key());
            return pem(new PemObject("CERTIFICATE", builder.build(content).getEncoded()));
        } catch (IOException | OperatorCreationException e) {
            throw new GoError("error creating certificate: " + e.getMessage(), e);
        }
    }

    private static void addExtensions(X509v3CertificateBuilder builder, Subject subject, SubjectPublicKeyInfo key)
            throws IOException {
        int usage =
                KeyUsage.keyEncipherment | KeyUsage.digitalSignature | (subject.authority() ? KeyUsage.keyCertSign : 0);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.authority()));
        if (subject.authority()) {
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
        }
        if (!subject.alternatives().isEmpty()) {
            GeneralName[] names = subject.alternatives().toArray(new GeneralName[0]);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }

    private static void addAuthority(X509v3CertificateBuilder builder, X509CertificateHolder issuer)
            throws IOException {
        Extension extension = issuer.getExtension(Extension.subjectKeyIdentifier);
        if (extension != null) {
            byte[] identifier =
                    SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
            builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier));
        }
    }

    /** The first 20 bytes of the key's SHA-256, as Go takes them since 1.25. */
    private static byte[] identifier(SubjectPublicKeyInfo key) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(key.getPublicKeyData().getBytes());
            return Arrays.copyOf(hash, 20);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String algorithm(PrivateKeys key) {
        return switch (key.key().getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default ->
                throw new GoError("error creating certificate: x509: only RSA, ECDSA and Ed25519 keys supported");
        };
    }

    static String pem(PemObject block) {
        StringWriter out = new StringWriter();
        try (PemWriter writer = new PemWriter(out)) {
            writer.writeObject(block);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString().replace("\r\n", "\n");
    }

    static @Nullable PemObject firstBlock(String text) {
        try (PemReader reader = PrivateKeys.reader(text)) {
            return reader.readPemObject();
        } catch (IOException e) {
            return null;
        }
    }

    static X509CertificateHolder parse(PemObject block) {
        try {
            return new X509CertificateHolder(block.getContent());
        } catch (IOException e) {
            throw new GoError("error parsing certificate: decodedCert.Bytes: x509: malformed certificate", e);
        }
    }
}
