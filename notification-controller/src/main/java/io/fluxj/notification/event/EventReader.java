package io.fluxj.notification.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads events as Go reads them: names of fields in any case, the last of doubled ones counts, null is nothing, what is unknown is passed over. */
final class EventReader {
    private static final int MOST_DEPTH = 100;
    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private EventReader() {}

    static Event read(byte[] body) throws MalformedEvent {
        JsonNode json = parse(body);
        if (json.isNull()) {
            return event(Map.of());
        }
        if (!json.isObject()) {
            throw new MalformedEvent(
                    "json: cannot unmarshal " + GoSyntax.kind(json) + " into Go value of type v1beta1.Event");
        }
        return event(fields(json));
    }

    private static JsonNode parse(byte[] body) throws MalformedEvent {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || json.isMissingNode()) {
                throw new MalformedEvent("unexpected end of JSON input");
            }
            return json;
        } catch (JsonProcessingException malformed) {
            throw new MalformedEvent(GoSyntax.problem(body, malformed));
        } catch (IOException impossible) {
            throw new MalformedEvent("the body is no JSON");
        }
    }

    private static Event event(Map<String, JsonNode> fields) throws MalformedEvent {
        return new Event(
                involved(fields),
                text(fields, "severity", "severity"),
                time(fields),
                text(fields, "message", "message"),
                text(fields, "reason", "reason"),
                metadata(fields),
                new Reporter(
                        text(fields, "reportingController", "reportingController"),
                        text(fields, "reportingInstance", "reportingInstance")));
    }

    private static Involved involved(Map<String, JsonNode> fields) throws MalformedEvent {
        JsonNode json = fields.get("involvedobject");
        if (json == null || json.isNull()) {
            return Involved.NONE;
        }
        if (!json.isObject()) {
            throw mismatch(json, "involvedObject", "v1.ObjectReference");
        }
        Map<String, JsonNode> parts = fields(json);
        return new Involved(
                text(parts, "kind", "involvedObject.kind"),
                text(parts, "namespace", "involvedObject.namespace"),
                text(parts, "name", "involvedObject.name"),
                text(parts, "uid", "involvedObject.uid"),
                text(parts, "apiVersion", "involvedObject.apiVersion"),
                text(parts, "resourceVersion", "involvedObject.resourceVersion"),
                text(parts, "fieldPath", "involvedObject.fieldPath"));
    }

    private static SortedMap<String, String> metadata(Map<String, JsonNode> fields) throws MalformedEvent {
        SortedMap<String, String> metadata = new TreeMap<>();
        JsonNode json = fields.get("metadata");
        if (json == null || json.isNull()) {
            return metadata;
        }
        if (!json.isObject()) {
            throw mismatch(json, "metadata", "map[string]string");
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            metadata.put(entry.getKey(), text(entry.getValue(), "metadata"));
        }
        return metadata;
    }

    private static Optional<Instant> time(Map<String, JsonNode> fields) throws MalformedEvent {
        JsonNode json = fields.get("timestamp");
        if (json == null || json.isNull()) {
            return Optional.empty();
        }
        if (!json.isTextual()) {
            throw new MalformedEvent("json: cannot unmarshal " + GoSyntax.kind(json) + " into Go value of type string");
        }
        try {
            return Optional.of(OffsetDateTime.parse(json.textValue()).toInstant());
        } catch (DateTimeException malformed) {
            throw new MalformedEvent(GoSyntax.time(json.textValue()));
        }
    }

    private static String text(Map<String, JsonNode> fields, String name, String path) throws MalformedEvent {
        JsonNode json = fields.get(name.toLowerCase(Locale.ROOT));
        return json == null ? "" : text(json, path);
    }

    private static String text(JsonNode json, String path) throws MalformedEvent {
        if (json.isNull()) {
            return "";
        }
        if (!json.isTextual()) {
            throw mismatch(json, path, "string");
        }
        return json.textValue();
    }

    private static MalformedEvent mismatch(JsonNode json, String path, String type) {
        return new MalformedEvent("json: cannot unmarshal " + GoSyntax.kind(json) + " into Go struct field Event."
                + path + " of type " + type);
    }

    private static Map<String, JsonNode> fields(JsonNode json) {
        Map<String, JsonNode> fields = new TreeMap<>();
        json.properties().forEach(field -> fields.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
        return fields;
    }
}
