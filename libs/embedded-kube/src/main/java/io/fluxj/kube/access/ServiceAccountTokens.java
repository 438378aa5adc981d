package io.fluxj.kube.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of service accounts: JSON web tokens that this server alone signs and reads (HS256). */
public final class ServiceAccountTokens {
    /** Who issues them, and whom they are for when nothing else is asked. */
    public static final String ISSUER = "https://kubernetes.default.svc.cluster.local";

    private static final ResourceName ACCOUNTS = new ResourceName("", "serviceaccounts");
    private static final int KEY_BYTES = 32;

    private final ObjectStore store;
    private final byte[] key;

    /** Signs with a key made now. */
    public ServiceAccountTokens(ObjectStore store) {
        this(store, new byte[KEY_BYTES]);
        new SecureRandom().nextBytes(key);
    }

    /** Signs with a key that is kept. */
    public ServiceAccountTokens(ObjectStore store, byte[] key) {
        this.store = store;
        this.key = key;
    }

    /** The user that a service account is. */
    public static User user(String namespace, String name, String uid, Map<String, List<String>> extra) {
        return new User(
                "system:serviceaccount:" + namespace + ":" + name,
                uid,
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, User.AUTHENTICATED),
                extra);
    }

    /** A token for an account that exists. */
    public String issue(ObjectNode account, List<String> audiences, Instant expires) {
        Meta meta = new Meta(account);
        Instant now = Instant.now();
        ObjectNode claims = Nodes.object();
        claims.set("aud", Nodes.strings(audiences));
        claims.put("exp", expires.getEpochSecond())
                .put("iat", now.getEpochSecond())
                .put("iss", ISSUER)
                .put("jti", UUID.randomUUID().toString());
        ObjectNode about = claims.putObject("kubernetes.io").put("namespace", meta.namespace());
        about.putObject("serviceaccount").put("name", meta.name()).put("uid", meta.uid());
        claims.put("nbf", now.getEpochSecond())
                .put("sub", "system:serviceaccount:" + meta.namespace() + ":" + meta.name());
        String body = part(Nodes.object().put("alg", "HS256").put("typ", "JWT")) + "." + part(claims);
        return body + "." + sign(body);
    }

    /** The account's user, when the token is ours, in time, for this server, and the account is still the same. */
    public Optional<User> verify(String token) {
        return verify(token, ISSUER);
    }

    /** As {@link #verify(String)}, for an audience. */
    public Optional<User> verify(String token, String audience) {
        int dot = token.lastIndexOf('.');
        int first = token.indexOf('.');
        if (dot < 0 || first == dot) {
            return Optional.empty();
        }
        boolean ours = MessageDigest.isEqual(
                sign(token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII),
                token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return ours ? read(token.substring(first + 1, dot), audience) : Optional.empty();
    }

    private Optional<User> read(String payload, String wanted) {
        try {
            JsonNode claims = Nodes.parse(Base64.getUrlDecoder().decode(payload));
            JsonNode about = claims.path("kubernetes.io");
            String namespace = about.path("namespace").asText();
            String name = about.path("serviceaccount").path("name").asText();
            String uid = about.path("serviceaccount").path("uid").asText();
            boolean inTime = claims.path("exp").asLong() > Instant.now().getEpochSecond();
            boolean forUs = false;
            for (JsonNode audience : claims.path("aud")) {
                forUs |= audience.asText().equals(wanted);
            }
            Optional<Stored> account = store.get(ACCOUNTS, new Key(namespace, name));
            boolean same =
                    account.filter(a -> new Meta(a.object()).uid().equals(uid)).isPresent();
            Map<String, List<String>> extra = Map.of(
                    "authentication.kubernetes.io/credential-id",
                    List.of("JTI=" + claims.path("jti").asText()));
            return inTime && forUs && same ? Optional.of(user(namespace, name, uid, extra)) : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private static String part(JsonNode json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Nodes.bytes(json));
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC", e);
        }
    }
}
