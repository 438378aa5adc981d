package io.fluxj.cli.look;

import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines {@code Label: value} under each other, with the values in one column, as {@code trace} prints them. */
final class Block {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx zzz", Locale.ROOT);

    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** A block whose values begin in that column. */
    Block(int width) {
        this.width = width;
    }

    /** Adds a line. */
    Block line(String label, String value) {
        String named = label + ":";
        text.append(named)
                .append(" ".repeat(Math.max(1, width - named.length())))
                .append(value)
                .append('\n');
        return this;
    }

    /** Adds a line unless there is nothing to say. */
    Block lineIfAny(String label, String value) {
        return value.isEmpty() ? this : line(label, value);
    }

    /** Adds when an object was last reconciled, and what came of it. */
    Block status(FluxObject object, boolean tellsFailure) {
        return object.condition("Ready")
                .map(ready -> line(
                                "Status",
                                (tellsFailure && ready.isFalse()
                                                ? "Last reconciliation failed at "
                                                : "Last reconciled at ")
                                        + moment(ready))
                        .line("Message", ready.message()))
                .orElseGet(() -> line("Status", "Unknown"));
    }

    private static String moment(Condition ready) {
        try {
            return MOMENT.format(OffsetDateTime.parse(ready.since()).atZoneSameInstant(ZoneId.systemDefault()));
        } catch (DateTimeException none) {
            return ready.since();
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
