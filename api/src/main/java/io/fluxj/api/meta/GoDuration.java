package io.fluxj.api.meta;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;

/**
 * A length of time as the API writes it: numbers with the units {@code h}, {@code m}, {@code s}, {@code ms}, {@code us},
 * {@code ns}, such as {@code 1h30m} or {@code 2.5s}. The text is kept as it was written.
 *
 * @param text the length as the object has it; not checked, as the API server did so already
 */
public record GoDuration(@JsonValue String text) {

    /** Takes any text, so that an object with a broken one can still be read; {@link #value} then tells. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GoDuration {}

    /**
     * Checks a text and takes it as it is.
     *
     * @param text a length of time
     * @return the length, which keeps the text
     * @throws IllegalArgumentException if the text is no length of time, or is longer than about 292 years
     */
    public static GoDuration parse(String text) {
        var duration = new GoDuration(text);
        duration.value();
        return duration;
    }

    /**
     * Writes a length of time in the shortest way, such as {@code 1h0m0s}, {@code 1.5s} or {@code 0s}.
     *
     * @param value a length of time
     * @return the length with its text
     */
    public static GoDuration of(Duration value) {
        return new GoDuration(GoDurationText.print(value));
    }

    /**
     * The length of time.
     *
     * @return the length
     * @throws IllegalArgumentException if the text is no length of time, or is longer than about 292 years
     */
    public Duration value() {
        return GoDurationText.parse(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
