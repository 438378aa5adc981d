package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoError;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** A private key, its public one, and the block of PEM that it is written as: PKCS #1, SEC 1, OpenSSL's form for DSA, or PKCS #8. */
record PrivateKeys(PrivateKey key, PublicKey publicKey, PemObject pem) {
    private static final String SUFFIX = " PRIVATE KEY";

    static PrivateKeys generateRsa(int bits, Sprig.RsaKeys rsa) {
        try {
            KeyPair pair = rsa.generate(bits);
            byte[] der = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded();
            return of(pair, "RSA" + SUFFIX, der);
        } catch (GeneralSecurityException | IOException e) {
            throw new GoError("error generating rsa key: " + e.getMessage(), e);
        }
    }

    /** A key in PEM of the kind that is asked for, or a text that says there is none such. */
    static String generate(String kind, SecureRandom random, Sprig.RsaKeys rsa) {
        try {
            return switch (kind) {
                case "", "rsa" -> Certificates.pem(generateRsa(4096, rsa).pem);
                case "ecdsa" -> Certificates.pem(generateEc(random).pem);
                case "ed25519" ->
                    Certificates.pem(new PemObject(
                            "PRIVATE KEY",
                            KeyPairGenerator.getInstance("Ed25519")
                                    .generateKeyPair()
                                    .getPrivate()
                                    .getEncoded()));
                case "dsa" -> Certificates.pem(generateDsa(random).pem);
                default -> "Unknown type " + kind;
            };
        } catch (GeneralSecurityException | IOException e) {
            return "failed to generate private key: " + e.getMessage();
        }
    }

    private static PrivateKeys generateEc(SecureRandom random) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        BigInteger secret = ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getS();
        SubjectPublicKeyInfo publicInfo =
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        ECPrivateKey key = new ECPrivateKey(256, secret, publicInfo.getPublicKeyData(), SECObjectIdentifiers.secp256r1);
        return of(pair, "EC" + SUFFIX, key.getEncoded());
    }

    private static PrivateKeys generateDsa(SecureRandom random) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
        generator.initialize(2048, random);
        KeyPair pair = generator.generateKeyPair();
        var secret = (java.security.interfaces.DSAPrivateKey) pair.getPrivate();
        var open = (java.security.interfaces.DSAPublicKey) pair.getPublic();
        var parameters = secret.getParams();
        var parts = new ASN1Encodable[] {
            new ASN1Integer(0),
            new ASN1Integer(parameters.getP()),
            new ASN1Integer(parameters.getQ()),
            new ASN1Integer(parameters.getG()),
            new ASN1Integer(open.getY()),
            new ASN1Integer(secret.getX())
        };
        return of(pair, "DSA" + SUFFIX, new org.bouncycastle.asn1.DERSequence(parts).getEncoded());
    }

    private static PrivateKeys of(KeyPair pair, String type, byte[] der) {
        return new PrivateKeys(pair.getPrivate(), pair.getPublic(), new PemObject(type, der));
    }

    /** @throws GoError when the text holds no key that can be read */
    static PrivateKeys parse(String text) {
        PemObject block = Certificates.firstBlock(text);
        if (block == null) {
            throw new GoError("no PEM data in input");
        }
        if (!block.getType().equals("PRIVATE KEY") && !block.getType().endsWith(SUFFIX)) {
            throw new GoError("no private key data in PEM block of type " + block.getType());
        }
        String kind = block.getType().equals("PRIVATE KEY")
                ? ""
                : block.getType().substring(0, block.getType().length() - SUFFIX.length());
        try {
            PrivateKeyInfo info = info(kind, block.getContent());
            PrivateKey key = factory(info).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
            return new PrivateKeys(key, publicKey(key, info), block);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            String what = kind.isEmpty() ? "decoding PEM as PKCS#8: " : "parsing " + kind + " private key from PEM: ";
            throw new GoError(what + e.getMessage(), e);
        }
    }

    private static PrivateKeyInfo info(String kind, byte[] der) throws IOException {
        return switch (kind) {
            case "" -> PrivateKeyInfo.getInstance(der);
            case "RSA" ->
                new PrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        ASN1Sequence.getInstance(der));
            case "EC" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(der);
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
            }
            case "DSA" -> {
                ASN1Sequence parts = ASN1Sequence.getInstance(der);
                DSAParameter parameters = new DSAParameter(number(parts, 1), number(parts, 2), number(parts, 3));
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), parts.getObjectAt(5));
            }
            default -> throw new GoError("invalid private key type " + kind.toUpperCase(Locale.ROOT));
        };
    }

    private static BigInteger number(ASN1Sequence parts, int index) {
        return ASN1Integer.getInstance(parts.getObjectAt(index)).getValue();
    }

    private static KeyFactory factory(PrivateKeyInfo info) throws GeneralSecurityException {
        ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return KeyFactory.getInstance("RSA");
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return KeyFactory.getInstance("EC");
        }
        return KeyFactory.getInstance(algorithm.equals(X9ObjectIdentifiers.id_dsa) ? "DSA" : "Ed25519");
    }

    private static PublicKey publicKey(PrivateKey key, PrivateKeyInfo info)
            throws GeneralSecurityException, IOException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        var secret = PrivateKeyFactory.createKey(info);
        var open =
                secret instanceof Ed25519PrivateKeyParameters ed ? ed.generatePublicKey() : PublicParameters.of(secret);
        byte[] encoded =
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open).getEncoded();
        return factory(info).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static PemReader reader(String text) {
        return new PemReader(new StringReader(text));
    }
}
