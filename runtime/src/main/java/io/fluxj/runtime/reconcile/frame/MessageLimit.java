package io.fluxj.runtime.reconcile.frame;

import java.nio.charset.StandardCharsets;

/** Cuts messages of conditions to what the API accepts. */
final class MessageLimit {
    private static final int BYTES = 32768;
    private static final String ELLIPSIS = "...";

    private MessageLimit() {}

    static String cut(String message) {
        if (message.length() * 3L <= BYTES) {
            return message;
        }
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= BYTES) {
            return message;
        }
        int end = BYTES - ELLIPSIS.length();
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + ELLIPSIS;
    }
}
