package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing that a step does. References are {@code Kind/name}; a kind may also be called as kubectl calls it, such as {@code cm}. */
public sealed interface Action {
    /** Runs bash, in the folder of the scenario, after its library of helpers. */
    record Script(String bash) implements Action {}

    /** Server-side apply, by force. */
    record Apply(JsonNode object, String manager) implements Action {}

    /** A patch. */
    record Patch(String reference, Form form, String body, String manager) implements Action {}

    /** The form of a patch. */
    enum Form {
        MERGE,
        JSON
    }

    /** Deletes an object, and perhaps waits until it is gone. */
    record Delete(String reference, boolean untilGone) implements Action {}

    /** Scales an object. */
    record Scale(String reference, int replicas) implements Action {}

    /** Asks for a pass. */
    record Trigger(String reference, String token) implements Action {}

    /**
     * What only the controller's suite can do.
     *
     * @param what such as {@code commit} or {@code note}
     */
    record Special(String what, JsonNode content) implements Action {}
}
