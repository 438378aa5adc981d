package io.fluxj.notification.receiver.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.notification.receiver.payload.GoJson;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import java.util.Base64;

/** Base64 for addresses without padding, as the parts of tokens are written. */
final class Base64Url {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int GROUP = 4;

    private Base64Url() {}

    static byte[] decode(String text) throws TokenRefused {
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                throw illegal(i);
            }
        }
        if (text.length() % GROUP == 1) {
            throw illegal(text.length() - 1);
        }
        return Base64.getUrlDecoder().decode(text);
    }

    private static TokenRefused illegal(int at) {
        return new TokenRefused("illegal base64 data at input byte " + at);
    }

    /** The JSON object that is encoded so. */
    static JsonNode object(String text) throws TokenRefused {
        JsonNode value;
        try {
            value = GoJson.whole(decode(text));
        } catch (MalformedPayload malformed) {
            throw new TokenRefused(malformed.message());
        }
        if (!value.isObject()) {
            throw new TokenRefused("not a JSON object");
        }
        return value;
    }
}
