package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** Values of JSON as CEL takes them. */
final class Values {
    private Values() {}

    /**
     * A value of which no type is known. It can be compared only.
     *
     * @param json the value
     */
    record Untyped(JsonNode json) {}

    static Object of(DeclaredType type, JsonNode json) {
        return json.isNull() ? NullValue.NULL_VALUE : type.value(json);
    }

    static Object intOrText(JsonNode json) {
        return json.isTextual() ? json.textValue() : Long.valueOf(json.longValue());
    }

    static Object bytes(JsonNode json) {
        return CelByteString.of(Base64.getDecoder().decode(json.asText()));
    }

    static Object date(JsonNode json) {
        return LocalDate.parse(json.asText()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Object dateTime(JsonNode json) {
        try {
            return OffsetDateTime.parse(json.asText()).toInstant();
        } catch (DateTimeException e) {
            return Instant.parse(json.asText());
        }
    }
}
