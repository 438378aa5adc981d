package io.fluxj.kube.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives as long as the server, and what it signs. Keys are P-256. */
public final class Authority {
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final int KEY_BITS = 256;
    private static final int LINE = 64;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final Credential root;

    private Authority(Credential root) {
        this.root = root;
    }

    /**
     * A certificate and its private key.
     *
     * @param certificate the certificate
     * @param keys its key pair
     */
    public record Credential(X509Certificate certificate, KeyPair keys) {
        /** The certificate as PEM. */
        public String certificatePem() {
            return pem("CERTIFICATE", encoded(certificate));
        }

        /** The private key as PEM in the form of SEC 1, which every client of Kubernetes reads. Secret. */
        public String keyPem() {
            return pem("EC PRIVATE KEY", sec1(keys));
        }
    }

    private static byte[] sec1(KeyPair keys) {
        try {
            PrivateKeyInfo key = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
            SubjectPublicKeyInfo point =
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
            BigInteger value = ECPrivateKey.getInstance(key.parsePrivateKey()).getKey();
            ASN1Encodable curve = key.getPrivateKeyAlgorithm().getParameters();
            return new ECPrivateKey(KEY_BITS, value, point.getPublicKeyData(), curve).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("the key just made cannot be encoded", e);
        }
    }

    /** Makes a new authority with its own self-signed certificate. */
    public static Authority create() {
        try {
            KeyPair keys = newKeys();
            X500Name name = new X500Name("CN=kube-ca");
            X509v3CertificateBuilder builder = certificate(name, name, keys, BigInteger.ONE);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature));
            return new Authority(new Credential(sign(builder, keys), keys));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("the certificate authority could not be made: " + e.getMessage(), e);
        }
    }

    /** An authority from a certificate and key that were kept. */
    public static Authority of(Credential root) {
        return new Authority(root);
    }

    /** The authority's own certificate. */
    public Credential root() {
        return root;
    }

    /** A server certificate for these names and addresses. */
    public Credential server(List<String> dnsNames, List<String> addresses) {
        GeneralName[] names = new GeneralName[dnsNames.size() + addresses.size()];
        int i = 0;
        for (String dns : dnsNames) {
            names[i++] = new GeneralName(GeneralName.dNSName, dns);
        }
        for (String address : addresses) {
            names[i++] = new GeneralName(GeneralName.iPAddress, address);
        }
        return issue(new X500Name("CN=kube-apiserver"), KeyPurposeId.id_kp_serverAuth, new GeneralNames(names));
    }

    /** A client certificate: the common name is the user, the organisations are the groups. */
    public Credential client(String user, List<String> groups) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        groups.forEach(group -> name.addRDN(BCStyle.O, group));
        name.addRDN(BCStyle.CN, user);
        return issue(name.build(), KeyPurposeId.id_kp_clientAuth, null);
    }

    /** Whether this authority signed a certificate that is valid now. */
    public boolean signed(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            certificate.verify(root.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether a certificate is valid at this time. */
    public boolean inTime(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Credential issue(
            X500Name subject, KeyPurposeId purpose, @org.jspecify.annotations.Nullable GeneralNames alternatives) {
        try {
            KeyPair keys = newKeys();
            X500Name issuer = X500Name.getInstance(
                    root.certificate().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = certificate(issuer, subject, keys, new BigInteger(120, random));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (alternatives != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives);
            }
            return new Credential(sign(builder, root.keys()), keys);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate could be made for " + subject + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // the certificate builder takes no other type
    private static X509v3CertificateBuilder certificate(
            X500Name issuer, X500Name subject, KeyPair keys, BigInteger serial) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                serial,
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(LIFETIME)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair signer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate could not be encoded", e);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + type + "-----\n";
    }
}
