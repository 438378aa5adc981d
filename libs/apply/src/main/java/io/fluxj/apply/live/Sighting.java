package io.fluxj.apply.live;

import com.fasterxml.jackson.databind.JsonNode;

/** What was last seen of an object. */
public sealed interface Sighting {

    /** It is there. */
    record Present(JsonNode object) implements Sighting {}

    /** It does not exist. */
    record Absent() implements Sighting {}

    /** The cluster does not serve its kind. */
    record Unserved(String why) implements Sighting {}

    /** One could not look. */
    record Unreadable(String why) implements Sighting {}
}
