package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one comment that a Provider keeps under a change request for each object. Source: behaviour §4.2. */
final class Comment {
    private Comment() {}

    /** By which the comment is known again. */
    static String marker(String kind, ObjectName provider, Notification notification) {
        return "<!-- flux-" + kind + "-comment-key:" + provider.uid() + "/"
                + notification.object().kind() + "/" + notification.object().namespace() + "/"
                + notification.object().name() + " -->";
    }

    /** The comment as it is to be. */
    static ObjectNode body(String marker, Notification notification) {
        return Json.object("body", marker + "\n\n" + Markdown.status(notification));
    }

    /**
     * The number of the change request.
     *
     * @param reader what Flux reads it with, which its message names
     */
    static long number(Notification notification, String reader) throws DeliveryFailure {
        String text = notification.metadata().getOrDefault("change_request", "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new DeliveryFailure("invalid \"change_request\" metadata value \"" + text + "\": strconv." + reader
                    + ": parsing \"" + text + "\": invalid syntax");
        }
    }

    /**
     * The id of the comment among others; empty when it is not among them.
     *
     * @param author field of the author's login
     */
    static String find(JsonNode comments, String marker, String author, String login) {
        for (JsonNode comment : comments) {
            if (comment.at(author).asText().equals(login)
                    && comment.path("body").asText().contains(marker)) {
                return comment.path("id").asText();
            }
        }
        return "";
    }
}
