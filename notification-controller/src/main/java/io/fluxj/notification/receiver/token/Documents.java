package io.fluxj.notification.receiver.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpAnswer;
import io.fluxj.net.http.HttpReader;
import io.fluxj.notification.receiver.payload.GoJson;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What issuers publish: small JSON documents, fetched within some seconds or not at all. */
final class Documents {
    private static final int LARGEST = 1 << 20;
    private static final int SHOWN = 300;

    private final HttpReader reader;
    private final Duration patience;

    Documents(HttpReader reader, Duration patience) {
        this.reader = reader;
        this.patience = patience;
    }

    /** The object at an address. */
    JsonNode fetch(String address) throws TokenRefused, InterruptedException {
        try (HttpAnswer answer = reader.follow(uri(address), Map.of(), Deadline.in(patience))) {
            byte[] body = answer.body().readNBytes(LARGEST + 1);
            if (!answer.isOk()) {
                throw new TokenRefused(answer.statusText() + ": " + shown(body));
            }
            if (body.length > LARGEST) {
                throw new TokenRefused(address + " answers with more than " + LARGEST + " bytes");
            }
            return GoJson.object(body);
        } catch (MalformedPayload malformed) {
            throw new TokenRefused("oidc: failed to decode " + address + ": " + malformed.message());
        } catch (IOException failed) {
            throw new TokenRefused(String.valueOf(failed.getMessage()));
        }
    }

    private static URI uri(String address) throws TokenRefused {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new TokenRefused(address + " is no address of a server");
    }

    private static String shown(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
