package io.fluxj.oci.sigstore;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.signature.UnverifiedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** From when to when something is trusted, both included. */
record Span(Instant start, Instant end) {
    static Span read(JsonNode node) throws UnverifiedException {
        return new Span(time(node.path("start"), Instant.MIN), time(node.path("end"), Instant.MAX));
    }

    private static Instant time(JsonNode node, Instant otherwise) throws UnverifiedException {
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(node.asText("")).toInstant();
        } catch (DateTimeException malformed) {
            throw new UnverifiedException("the trusted root has a malformed time");
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(start) && !at.isAfter(end);
    }
}
