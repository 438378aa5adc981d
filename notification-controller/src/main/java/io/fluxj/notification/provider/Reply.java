package io.fluxj.notification.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a service answers.
 *
 * @param status of HTTP
 * @param text the beginning of its body, as far as anyone cares
 */
public record Reply(int status, String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int REDIRECTION = 300;

    /** Whether it took what was said. */
    public boolean isOk() {
        return status >= OK && status < REDIRECTION;
    }

    /** The body as JSON; nothing when it is none. */
    public JsonNode json() {
        try {
            JsonNode json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }
}
