package io.fluxj.apply.memory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How an object's metadata looked once.
 *
 * @param fingerprint equal as long as the object is as it was, its status aside; {@link Hash#NONE} when one cannot tell
 * @param applied of what appliers own of the object: differs when somebody else changed or removed any of it, and not when others add to it
 * @param version the resource version, which rises; {@link #UNKNOWN} when it is no number
 */
record Look(Hash fingerprint, int applied, long version) {
    static final long UNKNOWN = 0;

    /** How an object looks that is not there. */
    static final Look ABSENT = new Look(Hash.NONE, 0, UNKNOWN);

    static Look of(JsonNode metadata) {
        return new Look(
                Fingerprint.of(metadata),
                (int) Fingerprint.ofApplied(metadata).low(),
                version(metadata.path("resourceVersion").asText("")));
    }

    /** What a list or an object says its version is, as a number. */
    static long version(String text) {
        try {
            return Math.max(UNKNOWN, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    /** Whether nobody touched the object in between. */
    boolean sameObject(Look other) {
        return !fingerprint.equals(Hash.NONE) && fingerprint.equals(other.fingerprint);
    }

    /** Whether the object is there and has still all that was applied. */
    boolean keeps(Look before) {
        return !fingerprint.equals(Hash.NONE) && applied == before.applied;
    }
}
