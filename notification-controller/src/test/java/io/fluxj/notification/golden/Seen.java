package io.fluxj.notification.golden;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/**
 * A request as a sink saw it.
 *
 * @param target path and query, or a whole address when it came as to a proxy
 * @param headers by name in small letters
 * @param proxied whether the sink was asked as a proxy
 */
@SuppressWarnings("ArrayRecordComponent")
record Seen(String method, String target, SortedMap<String, String> headers, byte[] bytes, boolean proxied) {
    String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
