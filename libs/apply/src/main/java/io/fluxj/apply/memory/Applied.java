package io.fluxj.apply.memory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is remembered of one object after it was applied or found unchanged.
 *
 * @param manifest hash of the manifest and of what else decides how it is applied
 * @param fingerprint of the live object's metadata then
 * @param content hash of the live object's labels, annotations and content then
 */
public record Applied(Hash manifest, Hash fingerprint, Hash content) {

    /** Remembers a live object as it is in an answer of the server. */
    public static Applied of(Hash manifest, JsonNode live, Hash content) {
        return new Applied(manifest, Fingerprint.of(live.path("metadata")), content);
    }
}
