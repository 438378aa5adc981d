package io.fluxj.notification.receiver.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A public key of an issuer.
 *
 * @param id its name; empty when it has none
 * @param type {@code RSA}, {@code Ed25519}, or the curve of an elliptic key
 * @param key to verify with
 */
record Key(String id, String type, PublicKey key) {
    private static final int SHORTEST_RSA = 1024;
    private static final int LONGEST_RSA = 8192;
    private static final int MOST = 100;
    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    /** The keys of a set that can be used; others are passed over, as are those beyond the first hundred. */
    static List<Key> all(JsonNode set) {
        List<Key> keys = new ArrayList<>();
        for (JsonNode each : set.path("keys")) {
            if (keys.size() < MOST && each.path("use").asText("sig").equals("sig")) {
                read(each).ifPresent(keys::add);
            }
        }
        return keys;
    }

    private static Optional<Key> read(JsonNode json) {
        String id = json.path("kid").asText("");
        try {
            return switch (json.path("kty").asText("")) {
                case "RSA" -> rsa(json).map(key -> new Key(id, "RSA", key));
                case "EC" ->
                    elliptic(json).map(key -> new Key(id, json.path("crv").asText(), key));
                case "OKP" -> edwards(json).map(key -> new Key(id, "Ed25519", key));
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException | TokenRefused unusable) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> rsa(JsonNode json) throws GeneralSecurityException, TokenRefused {
        BigInteger modulus = number(json, "n");
        if (modulus.bitLength() < SHORTEST_RSA || modulus.bitLength() > LONGEST_RSA) {
            return Optional.empty();
        }
        return Optional.of(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, number(json, "e"))));
    }

    private static Optional<PublicKey> elliptic(JsonNode json) throws GeneralSecurityException, TokenRefused {
        String curve = CURVES.get(json.path("crv").asText(""));
        if (curve == null) {
            return Optional.empty();
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        ECPublicKeySpec key = new ECPublicKeySpec(
                new ECPoint(number(json, "x"), number(json, "y")), parameters.getParameterSpec(ECParameterSpec.class));
        return Optional.of(KeyFactory.getInstance("EC").generatePublic(key));
    }

    /** The coordinate comes with its last byte first, and in that one's highest bit the sign of the other coordinate. */
    private static Optional<PublicKey> edwards(JsonNode json) throws GeneralSecurityException, TokenRefused {
        byte[] bytes = Base64Url.decode(json.path("x").asText(""));
        if (!json.path("crv").asText("").equals("Ed25519") || bytes.length != 32) {
            return Optional.empty();
        }
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        boolean odd = reversed[0] < 0;
        reversed[0] &= 0x7F;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, reversed));
        return Optional.of(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    }

    private static BigInteger number(JsonNode json, String field) throws TokenRefused {
        return new BigInteger(1, Base64Url.decode(json.path(field).asText("")));
    }
}
