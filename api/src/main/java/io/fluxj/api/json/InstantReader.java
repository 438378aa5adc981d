package io.fluxj.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as {@link Rfc3339} says. */
final class InstantReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    /** What kube-apiserver takes for a date-time: any sign before the fraction, any two digits in the offset. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d)(?:.\\d+)?(?:[Zz]|([+-])(\\d\\d):(\\d\\d))");

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = json.getValueAsString("");
        Matcher time = TIME.matcher(text);
        try {
            if (time.matches()) {
                return LocalDateTime.parse(time.group(1).toUpperCase(Locale.ROOT))
                        .minus(offset(time))
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException impossible) {
            // such as the 30th of February; said below
        }
        return (Instant) context.handleWeirdStringValue(
                Instant.class, text, "not a time by RFC 3339, such as 2026-01-31T12:00:00Z");
    }

    private static Duration offset(Matcher time) {
        if (time.group(2) == null) {
            return Duration.ZERO;
        }
        Duration east = Duration.ofHours(Long.parseLong(time.group(3))).plusMinutes(Long.parseLong(time.group(4)));
        return time.group(2).equals("-") ? east.negated() : east;
    }
}
