package io.fluxj.notification.receiver.check;

import io.fluxj.notification.receiver.payload.GoJson;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import io.fluxj.notification.receiver.payload.Shape;
import io.fluxj.runtime.secret.NamedSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/** Signed calls of Nexus. */
final class NexusCheck implements CallCheck {
    private static final Shape.Fields SHAPE =
            Shape.of("payload", Map.of("action", new Shape.Text(), "repositoryName", new Shape.Text()));

    @Override
    public Genuine check(Call call, NamedSecret secret) throws CallRefused {
        String signature = call.header("X-Nexus-Webhook-Signature");
        if (signature.isEmpty()) {
            throw new CallRefused("the Nexus signature is missing from header");
        }
        byte[] mac = HubSignature.mac(
                "HmacSHA1", TokenHeader.token(secret), call.body().array());
        byte[] wanted = HexFormat.of().formatHex(mac).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8), wanted)) {
            throw new CallRefused("invalid Nexus signature");
        }
        try {
            Shape.check(SHAPE, GoJson.whole(call.body().array()));
        } catch (MalformedPayload malformed) {
            throw new CallRefused("cannot decode Nexus webhook payload: " + malformed.message());
        }
        return Genuine.with(call.body());
    }
}
