package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a controller's suite does for one scenario. */
public interface Hands {
    /**
     * Makes what has to be there before the first step. All scenarios are prepared before the first is played.
     *
     * @throws Exception why that is not possible
     */
    default void prepare() throws Exception {}

    /**
     * Does what the harness cannot, such as a commit.
     *
     * @throws Exception why that is not possible
     */
    void perform(Action.Special action) throws Exception;

    /**
     * Adds what was recorded of an object besides its metadata and status.
     *
     * @param object as the API shows it
     * @param recorded what was recorded of it
     * @param seen to be added to
     */
    default void look(JsonNode object, JsonNode recorded, ObjectNode seen) {}

    /**
     * What the suite sees of something recorded that is no object of the API.
     *
     * @param what as the recording calls it, such as {@code helmSecrets}
     * @param recorded what was recorded of it
     */
    default JsonNode see(String what, JsonNode recorded) {
        throw new IllegalArgumentException("nobody here looks at " + what);
    }

    /** The revision that the source has now, empty when scenarios do not tell. */
    default String revision() {
        return "";
    }
}
