package io.fluxj.notification.provider;

import java.util.SortedMap;
import java.util.TreeMap;

/** What is written under change requests and into Zulip. The number of the change request is not repeated. */
final class Markdown {
    private Markdown() {}

    static String status(Notification notification) {
        StringBuilder text = new StringBuilder("## Flux Status\n\n")
                .append(notification.isError() ? "⚠️ " : "ℹ️ ")
                .append(notification.object().kind())
                .append('/')
                .append(notification.object().namespace())
                .append('/')
                .append(notification.object().name())
                .append("\n\n")
                .append(notification.message())
                .append('\n');
        SortedMap<String, String> metadata = new TreeMap<>(notification.metadata());
        metadata.remove("change_request");
        if (!metadata.isEmpty()) {
            text.append("\nMetadata:\n");
        }
        metadata.forEach((key, value) ->
                text.append("* `").append(key).append("`: ").append(value).append('\n'));
        return text.toString();
    }
}
