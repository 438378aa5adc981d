package io.fluxj.runtime.reconcile;

import java.nio.charset.StandardCharsets;

/** Cuts messages to what the API accepts. */
final class MessageLimit {
    private static final String ELLIPSIS = "...";

    private MessageLimit() {}

    static String cut(String message) {
        if (message.length() * 3L <= Mark.MESSAGE_LIMIT) {
            return message;
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= Mark.MESSAGE_LIMIT) {
            return message;
        }
        int end = Mark.MESSAGE_LIMIT - ELLIPSIS.length();
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + ELLIPSIS;
    }
}
