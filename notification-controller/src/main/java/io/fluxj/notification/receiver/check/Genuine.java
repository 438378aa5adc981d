package io.fluxj.notification.receiver.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fluxj.notification.receiver.payload.Bytes;

/**
 * A call that is genuine.
 *
 * @param body what filters see of it
 * @param claims of the token that came with it; empty where there is none
 */
public record Genuine(Bytes body, JsonNode claims) {

    /** A call without claims. */
    static Genuine with(Bytes body) {
        return new Genuine(body, JsonNodeFactory.instance.objectNode());
    }
}
