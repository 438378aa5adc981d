package io.fluxj.apply.memory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is remembered of one object after it was applied or found unchanged.
 *
 * @param manifest hash of the manifest and of what else decides how it is applied
 * @param look the live object's metadata then
 * @param content hash of the live object's labels, annotations and content then
 * @param asked when the server was last asked what an apply would do, by {@link System#nanoTime}
 */
public record Applied(Hash manifest, Look look, Hash content, long asked) {

    /** Remembers a live object as it is in an answer of the server. */
    public static Applied of(Hash manifest, JsonNode live, Hash content) {
        return new Applied(manifest, Look.of(live.path("metadata")), content, System.nanoTime());
    }

    /** The same live object for a manifest; if it is another one, the server has said just now that it changes nothing. */
    public Applied confirmedFor(Hash other) {
        return other.equals(manifest) ? this : new Applied(other, look, content, System.nanoTime());
    }
}
