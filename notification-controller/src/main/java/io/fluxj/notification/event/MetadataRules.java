package io.fluxj.notification.event;

import java.util.SortedMap;
import java.util.TreeMap;

/** Which metadata counts: what the object's own group or its annotations bring, but for checksums and digests. Source: conditions-events §10. */
final class MetadataRules {
    private MetadataRules() {}

    static Event cleaned(Event event) {
        String own = event.involved().group() + "/";
        SortedMap<String, String> kept = new TreeMap<>();
        event.metadata().forEach((key, value) -> {
            boolean known = key.startsWith(own) || key.startsWith(Event.GROUP + "/");
            if (known && !key.equalsIgnoreCase(own + "checksum") && !key.equalsIgnoreCase(own + "digest")) {
                kept.put(key, value);
            }
        });
        return event.with(kept);
    }
}
