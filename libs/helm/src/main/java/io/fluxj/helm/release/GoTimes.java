package io.fluxj.helm.release;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Times in Go's {@code RFC3339Nano}: no zeros at the end of the fraction. */
final class GoTimes {
    /** Go's zero time, which stands for none. */
    static final String ZERO = "0001-01-01T00:00:00Z";

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:MM", "Z")
            .toFormatter(java.util.Locale.ROOT);

    private GoTimes() {}

    static String text(@Nullable OffsetDateTime time) {
        return time == null ? "" : FORMAT.format(time);
    }

    /** The time of a text; none for an empty one, which Helm 3 writes, and for the zero time. */
    static @Nullable OffsetDateTime read(String text) {
        if (text.isEmpty() || text.equals(ZERO)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new HelmException(Subject.RELEASE, "stored release has a malformed time \"" + text + "\"", e);
        }
    }
}
