package io.fluxj.cli.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Puts a mask in place of what SOPS encrypted: it says nothing, and would look like a value. Source: cli §5. */
final class Masking {
    private static final String MASK = "**SOPS**";
    private static final String ENCODED = Base64.getEncoder().encodeToString(MASK.getBytes(UTF_8));
    private static final Pattern ENCRYPTED = Pattern.compile("ENC\\[AES256_GCM,data:");

    private Masking() {}

    /** Masks a Secret in place; other kinds stay encrypted as they are, which tells as little. */
    static void mask(ObjectNode object) {
        if (object.path("kind").asText().equals("Secret")) {
            boolean encrypted = object.path("sops").isObject();
            object.remove("sops");
            maskData(object, encrypted);
        }
    }

    private static void maskData(ObjectNode secret, boolean encrypted) {
        if (secret.get("data") instanceof ObjectNode data) {
            for (var entry : List.copyOf(data.properties())) {
                if (encrypted || isEncrypted(decoded(entry.getValue()))) {
                    data.put(entry.getKey(), ENCODED);
                }
            }
        }
        if (secret.get("stringData") instanceof ObjectNode plain) {
            for (var entry : List.copyOf(plain.properties())) {
                if (encrypted || isEncrypted(entry.getValue().asText())) {
                    plain.put(entry.getKey(), MASK);
                }
            }
        }
    }

    private static String decoded(JsonNode value) {
        try {
            return new String(Base64.getMimeDecoder().decode(value.asText()), UTF_8);
        } catch (IllegalArgumentException plain) {
            return value.asText();
        }
    }

    private static boolean isEncrypted(String text) {
        return ENCRYPTED.matcher(text).find();
    }
}
