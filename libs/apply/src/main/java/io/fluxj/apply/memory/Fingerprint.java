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
        TreeHasher hasher = identity(metadata);
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

    /** Of the fields that appliers own: a field that somebody else changes or removes is theirs no more. */
    static Hash ofApplied(JsonNode metadata) {
        TreeHasher hasher = identity(metadata);
        for (JsonNode entry : metadata.path("managedFields")) {
            if (entry.path("operation").asText("").equals("Apply")
                    && entry.path("subresource").asText("").isEmpty()) {
                hasher.tree(entry.path("manager")).tree(entry.path("fieldsV1"));
            }
        }
        return hasher.done();
    }

    private static TreeHasher identity(JsonNode metadata) {
        return new TreeHasher()
                .text(metadata.path("uid").asText(""))
                .text(metadata.path("deletionTimestamp").asText(""));
    }
}
