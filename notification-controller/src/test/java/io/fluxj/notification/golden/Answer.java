package io.fluxj.notification.golden;

import java.time.Duration;
import java.util.Map;

/** What a sink answers, and after how long. */
record Answer(int status, Map<String, String> headers, String body, Duration delay) {
    static Answer of(int status, String body) {
        return new Answer(status, Map.of(), body, Duration.ZERO);
    }
}
