package io.fluxj.oci.notation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.notation.Envelope.Headers;
import io.fluxj.oci.notation.Envelope.Scheme;
import io.fluxj.oci.signature.Json;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.x509.Certificates;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Envelopes in JSON. Source: Notary Project, signature envelope JWS; RFC 7515. */
final class JwsEnvelope {
    private static final String SCHEME = Envelope.PREFIX + "signingScheme";
    private static final String SIGNED_AT = Envelope.PREFIX + "signingTime";
    private static final String AUTHENTIC_TIME = Envelope.PREFIX + "authenticSigningTime";
    private static final String EXPIRY = Envelope.PREFIX + "expiry";
    private static final int MOST_CERTIFICATES = 20;

    private JwsEnvelope() {}

    static Envelope read(byte[] bytes) throws UnverifiedException {
        JsonNode root = Json.read(bytes);
        String protectedPart = root.path("protected").asText("");
        String payload = root.path("payload").asText("");
        JsonNode header = Json.read(decoded(protectedPart));
        requireKnown(header);
        List<X509Certificate> chain = chain(root.path("header").path("x5c"));
        byte[] signature = decoded(root.path("signature").asText(""));
        byte[] message = (protectedPart + "." + payload).getBytes(StandardCharsets.US_ASCII);
        Envelope.requireSigned(SigningAlgorithm.named(header.path("alg").asText("")), chain, message, signature);
        byte[] timestamp = plain(
                root.path("header").path(Envelope.PREFIX + "timestampSignature").asText(""));
        return new Envelope(decoded(payload), headers(header), chain, signature, timestamp);
    }

    /** What must be understood and is not makes a signature that does not count; so does what must be marked so and is not. */
    private static void requireKnown(JsonNode header) throws UnverifiedException {
        Set<String> critical = new HashSet<>();
        header.path("crit").forEach(one -> critical.add(one.asText("")));
        Set<String> wanted = new HashSet<>(Set.of(SCHEME));
        for (String name : List.of(EXPIRY, AUTHENTIC_TIME)) {
            if (header.has(name)) {
                wanted.add(name);
            }
        }
        if (!critical.equals(wanted)) {
            throw new UnverifiedException("the signature's critical headers are " + critical + " where " + wanted
                    + " are known; those of plugins are not");
        }
        if (!header.path("cty").asText("").equals(Envelope.PAYLOAD)) {
            throw new UnverifiedException("payload content type not supported");
        }
    }

    private static Headers headers(JsonNode header) throws UnverifiedException {
        Scheme scheme = Scheme.named(header.path(SCHEME).asText(""));
        String time = scheme == Scheme.X509 ? SIGNED_AT : AUTHENTIC_TIME;
        return new Headers(
                scheme,
                time(header.path(time).asText("")),
                header.has(EXPIRY) ? Optional.of(time(header.path(EXPIRY).asText(""))) : Optional.empty());
    }

    private static Instant time(String text) throws UnverifiedException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw new UnverifiedException("the signature has a malformed time");
        }
    }

    private static List<X509Certificate> chain(JsonNode certificates) throws UnverifiedException {
        if (certificates.size() > MOST_CERTIFICATES) {
            throw new UnverifiedException("the signature has more than " + MOST_CERTIFICATES + " certificates");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (JsonNode certificate : certificates) {
            chain.add(Certificates.read(plain(certificate.asText(""))));
        }
        return chain;
    }

    private static byte[] decoded(String text) throws UnverifiedException {
        return decoded(Base64.getUrlDecoder(), text);
    }

    private static byte[] plain(String text) throws UnverifiedException {
        return decoded(Base64.getDecoder(), text);
    }

    private static byte[] decoded(Base64.Decoder decoder, String text) throws UnverifiedException {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException("the JWS envelope cannot be read: a part is not in base64");
        }
    }
}
