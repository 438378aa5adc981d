package io.fluxj.notification.receiver.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"RS256,SHA256withRSA", "RS384,SHA384withRSA", "RS512,SHA512withRSA"})
    void verifiesRsa(String name, String java) throws Exception {
        KeyPair pair = rsa();
        Signature signature = Signature.getInstance(java);

        assertThat(verifies(name, signed(name, pair, signature), rsaKey(pair))).isTrue();
        assertThat(verifies(name, signed(name, rsa(), signature), rsaKey(pair))).isFalse();
    }

    @Test
    void verifiesProbabilisticRsa() throws Exception {
        KeyPair pair = rsa();
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));

        assertThat(verifies("PS256", signed("PS256", pair, signature), rsaKey(pair)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ES256,P-256,secp256r1,SHA256withECDSAinP1363Format",
        "ES384,P-384,secp384r1,SHA384withECDSAinP1363Format",
        "ES512,P-521,secp521r1,SHA512withECDSAinP1363Format"
    })
    void verifiesElliptic(String name, String curve, String spec, String java) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(spec));
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ObjectNode json = JSON.createObjectNode()
                .put("kty", "EC")
                .put("crv", curve)
                .put("x", encoded(key.getW().getAffineX()))
                .put("y", encoded(key.getW().getAffineY()));
        Jwt token = signed(name, pair, Signature.getInstance(java));

        assertThat(verifies(name, token, json)).isTrue();
        assertThat(verifies(name.equals("ES256") ? "ES384" : "ES256", token, json))
                .isFalse();
    }

    @Test
    void verifiesEdwards() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        EdECPublicKey key = (EdECPublicKey) pair.getPublic();
        byte[] y = key.getPoint().getY().toByteArray();
        byte[] bytes = new byte[32];
        for (int i = 0; i < Math.min(32, y.length); i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        bytes[31] |= (byte) (key.getPoint().isXOdd() ? 0x80 : 0);
        ObjectNode json =
                JSON.createObjectNode().put("kty", "OKP").put("crv", "Ed25519").put("x", encoded(bytes));

        assertThat(verifies("EdDSA", signed("EdDSA", pair, Signature.getInstance("Ed25519")), json))
                .isTrue();
    }

    /** Otherwise whoever knows the public key could sign with it as if it were a shared secret. */
    @Test
    void knowsNoAlgorithmsWithoutPublicKeys() {
        assertThat(Algorithm.named("HS256")).isEmpty();
        assertThat(Algorithm.named("none")).isEmpty();
        assertThat(Algorithm.named("rs256")).isEmpty();
    }

    @Test
    void passesOverKeysThatCannotBeUsed() throws Exception {
        ObjectNode set = JSON.createObjectNode();
        set.putArray("keys")
                .add(JSON.createObjectNode().put("kty", "oct").put("k", "AAAA"))
                .add(JSON.createObjectNode().put("kty", "RSA").put("n", "AQAB").put("e", "AQAB"))
                .add(JSON.createObjectNode()
                        .put("kty", "EC")
                        .put("crv", "P-256")
                        .put("x", "!")
                        .put("y", "AA"))
                .add(JSON.createObjectNode()
                        .put("kty", "OKP")
                        .put("crv", "Ed25519")
                        .put("x", "AA"))
                .add(rsaKey(rsa()).put("use", "enc"))
                .add(rsaKey(rsa()).put("kid", "good"));

        assertThat(Key.all(set)).extracting(Key::id).containsExactly("good");
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static ObjectNode rsaKey(KeyPair pair) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return JSON.createObjectNode()
                .put("kty", "RSA")
                .put("n", encoded(key.getModulus()))
                .put("e", encoded(key.getPublicExponent()));
    }

    private static boolean verifies(String algorithm, Jwt token, ObjectNode key) {
        ObjectNode set = JSON.createObjectNode();
        set.putArray("keys").add(key);
        List<Key> keys = Key.all(set);
        return Algorithm.named(algorithm).orElseThrow().verifies(token, keys.getFirst());
    }

    private static Jwt signed(String algorithm, KeyPair pair, Signature signature) throws Exception {
        String text = encoded(("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + encoded("{\"sub\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return Jwt.parse(text + "." + encoded(signature.sign()));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        byte[] digits = new byte[bytes.length - start];
        System.arraycopy(bytes, start, digits, 0, digits.length);
        return encoded(digits);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
