package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Judges the objects of one kind. */
@FunctionalInterface
public interface HealthRule {

    /**
     * Judges one live object.
     *
     * @param object the whole object, status included
     * @param now the present moment, for rules that give an object some time
     * @throws MalformedObject when the object is not shaped as its kind should be
     */
    Health judge(JsonNode object, Instant now);
}
