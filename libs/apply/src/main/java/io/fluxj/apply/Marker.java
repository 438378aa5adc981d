package io.fluxj.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/**
 * A label or annotation by which an object asks to be treated in a special way.
 *
 * @param key looked up among labels and annotations
 * @param value compared without regard to case
 */
public record Marker(String key, String value) {

    /** Whether the object carries this marker as a label or an annotation. */
    public boolean on(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return matches(metadata.path("labels")) || matches(metadata.path("annotations"));
    }

    /** Whether the object carries any of the markers. */
    public static boolean any(Collection<Marker> markers, JsonNode object) {
        return markers.stream().anyMatch(marker -> marker.on(object));
    }

    private boolean matches(JsonNode map) {
        return value.equalsIgnoreCase(map.path(key).textValue());
    }
}
