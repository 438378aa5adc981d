package io.fluxj.notification.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which commit an event is about, and what its status says. Source: behaviour §4.2. */
final class Commit {
    private static final List<String> KEYS = List.of("commit", "originRevision", "revision");
    private static final int SHA1 = 40;
    private static final int SHA256 = 64;

    private Commit() {}

    /**
     * The id of the commit.
     *
     * @throws DeliveryFailure when the event names none
     */
    static String require(Notification notification) throws DeliveryFailure {
        String revision =
                revision(notification.metadata()).orElseThrow(() -> new DeliveryFailure("missing revision metadata"));
        String id = id(revision);
        if (id.length() != SHA1 && id.length() != SHA256) {
            throw new DeliveryFailure("failed to extract commit hash from '" + revision + "' revision");
        }
        return id;
    }

    private static Optional<String> revision(Map<String, String> metadata) {
        return KEYS.stream()
                .map(key -> metadata.getOrDefault(key, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** What follows the last colon of {@code main@sha1:…}, or the last slash of {@code main/…}. */
    private static String id(String revision) {
        int colon = revision.lastIndexOf(':');
        return colon < 0 ? revision.substring(revision.lastIndexOf('/') + 1) : revision.substring(colon + 1);
    }

    /** {@code kind/name}, after the summary if there is one. */
    static String name(Notification notification) {
        String name = nameWithoutSummary(notification);
        String summary = notification.metadata().get("summary");
        return summary == null ? name : summary.toLowerCase(Locale.ROOT) + "/" + name;
    }

    /** {@code kind/name}. */
    static String nameWithoutSummary(Notification notification) {
        return (notification.object().kind() + "/" + notification.object().name()).toLowerCase(Locale.ROOT);
    }

    /** The reason in words. */
    static String description(Notification notification) {
        return Reasons.words(notification.event().reason());
    }

    /** The status that is called this or that by a service. */
    static String state(Notification notification, String service, String good, String bad) throws DeliveryFailure {
        return switch (notification.event().severity()) {
            case "info" -> good;
            case "error" -> bad;
            default -> throw new DeliveryFailure("can't convert to " + service + " state");
        };
    }
}
