package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.store.ObjectStore;

/** The resource versions that clients name. */
final class Revisions {
    private Revisions() {}

    /** The version as a number; 0 when none is named. */
    static long parse(String version) {
        try {
            return version.isEmpty() ? 0 : Long.parseUnsignedLong(version);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest("Invalid value: \"" + version + "\": strconv.ParseUint: parsing \"" + version
                    + "\": invalid syntax");
        }
    }

    /** Refuses a version that lies in the future. */
    static long check(ObjectStore store, String version) {
        long wanted = parse(version);
        long current = store.revision();
        if (wanted > current) {
            ObjectNode details = Nodes.object();
            details.putArray("causes")
                    .addObject()
                    .put("reason", "ResourceVersionTooLarge")
                    .put("message", "Too large resource version");
            details.put("retryAfterSeconds", 1);
            throw ApiError.of(
                    504,
                    "Timeout",
                    "Timeout: Too large resource version: " + wanted + ", current: " + current,
                    details);
        }
        return wanted;
    }
}
