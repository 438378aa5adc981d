package io.fluxj.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A throw-away certificate authority for servers in tests. Its certificates serve both servers and clients and last two
 * days.
 */
public final class TestAuthority {
    private static final Duration VALID_FOR = Duration.ofDays(2);

    /** On a curve unless somebody cannot read them: the compiler that tests run with takes a second for a pair of RSA. */
    public enum Keys {
        EC,
        RSA;

        KeyPair make() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
                switch (this) {
                    case EC -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                    case RSA -> generator.initialize(2048);
                }
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String signature() {
            return switch (this) {
                case EC -> "SHA256withECDSA";
                case RSA -> "SHA256withRSA";
            };
        }
    }

    private final Keys kind;
    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestAuthority(Keys kind, X500Name name, KeyPair keys, X509Certificate certificate) {
        this.kind = kind;
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** Makes a new authority whose common name is {@code commonName}. */
    public static TestAuthority create(String commonName) {
        return create(commonName, Keys.EC);
    }

    /** Makes a new authority whose own key and those that it issues are of one kind. */
    public static TestAuthority create(String commonName, Keys kind) {
        X500Name name = new X500Name("CN=" + commonName);
        KeyPair keys = kind.make();
        return new TestAuthority(
                kind, name, keys, new Signer(kind, name, keys).sign(name, keys.getPublic(), List.of(), true));
    }

    /** The authority's own certificate, as clients trust it. */
    public String certificatePem() {
        return pem(certificate);
    }

    /**
     * Issues a certificate.
     *
     * @param subject a distinguished name, most general part first, such as {@code O=system:masters,CN=admin}
     * @param names DNS names and IPv4 addresses it is valid for as a server; may be empty
     */
    public TestCertificate issue(String subject, List<String> names) {
        KeyPair subjectKeys = kind.make();
        X509Certificate issued =
                new Signer(kind, name, keys).sign(new X500Name(subject), subjectKeys.getPublic(), names, false);
        return new TestCertificate(
                pem(issued), Pem.of("PRIVATE KEY", subjectKeys.getPrivate().getEncoded()));
    }

    private static String pem(X509Certificate certificate) {
        try {
            return Pem.of("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Signer(Keys kind, X500Name issuer, KeyPair keys) {
        X509Certificate sign(X500Name subject, PublicKey key, List<String> names, boolean authority) {
            Instant now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(VALID_FOR)),
                    subject,
                    key);
            try {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage(authority)));
                if (!names.isEmpty()) {
                    builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(names));
                }
                var signer = new JcaContentSignerBuilder(kind.signature()).build(keys.getPrivate());
                return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
                throw new IllegalStateException("cannot sign a certificate for " + subject, e);
            }
        }

        private static int usage(boolean authority) {
            return authority
                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                    : KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
        }

        private static GeneralNames alternativeNames(List<String> names) {
            return new GeneralNames(names.stream()
                    .map(n -> new GeneralName(isAddress(n) ? GeneralName.iPAddress : GeneralName.dNSName, n))
                    .toArray(GeneralName[]::new));
        }

        private static boolean isAddress(String name) {
            return name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        }
    }
}
