package io.fluxj.notification.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What equal events have in common. Source: flags-endpoints §4. */
public final class EventKey {
    private static final List<String> TOLD_APART = List.of("originRevision", "revision", "token");

    private EventKey() {}

    /** The key of an event whose metadata has its prefixes. */
    public static String of(Event event) {
        List<String> parts = new ArrayList<>(List.of(
                "event",
                "name=" + event.involved().name(),
                "namespace=" + event.involved().namespace(),
                "kind=" + event.involved().kind(),
                "message=" + event.message()));
        for (String key : TOLD_APART) {
            event.ofObject(key).ifPresent(value -> parts.add(key + "=" + value));
        }
        return sha256(String.join("/", parts));
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
