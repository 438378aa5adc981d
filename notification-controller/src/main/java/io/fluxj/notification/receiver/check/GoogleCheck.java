package io.fluxj.notification.receiver.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.notification.receiver.payload.Bytes;
import io.fluxj.notification.receiver.payload.GoJson;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import io.fluxj.notification.receiver.payload.Shape;
import io.fluxj.notification.receiver.token.GoogleToken;
import io.fluxj.notification.receiver.token.Issuers;
import io.fluxj.notification.receiver.token.TokenRefused;
import io.fluxj.runtime.secret.NamedSecret;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls of Pub/Sub about images in a registry of Google: an identity token, and the event wrapped in a message. */
final class GoogleCheck implements CallCheck {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Shape TEXT = new Shape.Text();
    private static final Shape.Fields MESSAGE = Shape.of(
            "",
            Map.of(
                    "message",
                    Shape.of("", Map.of("data", TEXT, "messageId", TEXT, "publishTime", TEXT, "subscription", TEXT))));
    private static final List<String> FIELDS = List.of("action", "digest", "tag");
    private static final Shape.Fields EVENT = Shape.of("data", Map.of("action", TEXT, "digest", TEXT, "tag", TEXT));

    private final Issuers issuers;
    private final InstantSource clock;

    GoogleCheck(Issuers issuers, InstantSource clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    @Override
    public Genuine check(Call call, NamedSecret secret) throws CallRefused, InterruptedException {
        String email = required(secret, "email");
        String audience = required(secret, "audience");
        try {
            new GoogleToken(issuers, audience, email, clock).require(Bearer.token(call));
        } catch (TokenRefused refused) {
            throw new CallRefused("cannot authenticate GCR request: " + refused.message());
        } catch (CallRefused refused) {
            throw new CallRefused("cannot authenticate GCR request: " + refused.message());
        }
        return Genuine.with(event(call.body().array()));
    }

    private static String required(NamedSecret secret, String key) throws CallRefused {
        String value = secret.text(key);
        if (value.isEmpty()) {
            throw new CallRefused("invalid secret data: required field '" + key + "' for GCR receiver");
        }
        return value;
    }

    private static Bytes event(byte[] body) throws CallRefused {
        JsonNode event;
        try {
            event = GoJson.first(body);
            Shape.check(MESSAGE, event);
        } catch (MalformedPayload malformed) {
            throw new CallRefused("cannot decode GCR webhook payload: " + malformed.message());
        }
        try {
            return unwrapped(event.path("message").path("data").asText(""));
        } catch (MalformedPayload malformed) {
            throw new CallRefused("cannot decode GCR webhook body: " + malformed.message());
        }
    }

    /** What is no Base64 counts as far as it is. */
    private static Bytes unwrapped(String data) throws MalformedPayload {
        JsonNode event = GoJson.whole(decoded(data));
        Shape.check(EVENT, event);
        ObjectNode known = TREES.createObjectNode();
        FIELDS.forEach(field -> known.put(field, event.path(field).asText("")));
        return Bytes.of(known.toString());
    }

    private static byte[] decoded(String data) {
        try {
            return Base64.getDecoder().decode(data.replace("\r", "").replace("\n", ""));
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
