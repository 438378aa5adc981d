package io.fluxj.apply.memory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tells from an object's metadata whether the object is as it was, its status aside. Kinds that count generations:
 * generation, labels, annotations and managedFields but for those of the status. Others: the resource version.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint of an object with this {@code metadata}; {@link Hash#NONE} when it has no resource version. */
    static Hash of(JsonNode metadata) {
        String version = metadata.path("resourceVersion").asText("");
        if (version.isEmpty()) {
            return Hash.NONE;
        }
        TreeHasher hasher = new TreeHasher()
                .text(metadata.path("uid").asText(""))
                .text(metadata.path("deletionTimestamp").asText(""));
        if (metadata.path("generation").asLong(0) == 0) {
            return hasher.text(version).done();
        }
        hasher.tree(metadata.path("generation")).tree(metadata.path("labels")).tree(metadata.path("annotations"));
        for (JsonNode entry : metadata.path("managedFields")) {
            if (!entry.path("subresource").asText("").equals("status")) {
                hasher.tree(entry);
            }
        }
        return hasher.done();
    }
}
