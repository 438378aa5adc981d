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

    /**
     * One could not look.
     *
     * @param answered whether the server said so itself; false when it could not be reached
     */
    record Unreadable(String why, boolean answered) implements Sighting {}
}
