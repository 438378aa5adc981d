package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/** Slack, and Discord and Rocket.Chat, which read the same messages. */
final class Slack {
    /** Answers 200 to everything, and tells in the body what is wrong. */
    private static final String API = "https://slack.com/api/chat.postMessage";

    private Slack() {}

    /** How the three differ. */
    private record Style(String channel, String good, String bad, boolean fallback) {}

    static Service slack(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Slack hook URL", settings.address());
        Style style = new Style(settings.channel(), "good", "danger", true);
        return new Posting(
                notification -> Optional.of(
                        authorized(Request.post(address, message(settings, style, notification)), settings.token())),
                Slack::problem);
    }

    private static Request authorized(Request request, String token) {
        return token.isEmpty() ? request : request.with("Authorization", "Bearer " + token);
    }

    private static Optional<String> problem(Request request, Reply reply) {
        JsonNode answer = reply.json();
        return request.address().toString().equals(API) && !answer.path("ok").asBoolean()
                ? Optional.of(
                        "Slack responded with error: " + answer.path("error").asText())
                : Optional.empty();
    }

    static Service discord(Settings settings) throws DeliveryFailure {
        URI given = Address.require("Discord hook URL", settings.address());
        URI address = settings.address().endsWith("/slack") ? given : Address.below(given, "slack");
        Style style = new Style("", "good", "danger", false);
        return Posting.always(notification -> Request.post(address, message(settings, style, notification)));
    }

    static Service rocket(Settings settings) throws DeliveryFailure {
        URI address = Address.require("Rocket hook URL", settings.address());
        Style style = new Style(settings.channel(), "#0076D7", "#FF0000", false);
        return Posting.always(notification -> Request.post(address, message(settings, style, notification)));
    }

    private static ObjectNode message(Settings settings, Style style, Notification notification) {
        String username = settings.username().isEmpty() ? notification.controller() : settings.username();
        return Json.object(
                "channel",
                style.channel(),
                "username",
                username,
                "icon_url",
                "",
                "icon_emoji",
                "",
                "attachments",
                Json.array(attachment(style, notification)));
    }

    private static ObjectNode attachment(Style style, Notification notification) {
        ArrayNode fields = Json.array();
        notification
                .metadata()
                .forEach((key, value) -> fields.add(Json.object("title", key, "value", value, "short", false)));
        String first = notification.message().split("\n", 2)[0];
        return Json.object(
                "fallback",
                style.fallback() ? notification.title() + ": " + first : "",
                "color",
                notification.isError() ? style.bad() : style.good(),
                "author_name",
                notification.title(),
                "text",
                notification.message(),
                "mrkdwn_in",
                Json.array("text"),
                "fields",
                fields);
    }
}
