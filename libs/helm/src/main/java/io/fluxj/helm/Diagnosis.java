package io.fluxj.helm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure besides its message.
 *
 * @param place where in which template; null when it is in none
 * @param culprit what the template was doing; null when nothing is known of it
 * @param advice what to do about it; empty when the message says it all
 */
public record Diagnosis(
        Subject subject, @Nullable Place place, @Nullable Culprit culprit, String advice) {

    /** What is wrong. */
    public enum Subject {
        CHART,
        DEPENDENCIES,
        VALUES,
        SCHEMA,
        TEMPLATE,
        MANIFEST,
        RELEASE,
        PROVENANCE,
        /** A bound was reached. */
        LIMIT
    }

    /**
     * A place in a template.
     *
     * @param chart path of the chart, such as {@code app/charts/db}
     * @param file path of the file in its chart
     * @param line from 1
     * @param column from 0, in bytes, as in Go; -1 when unknown
     */
    public record Place(String chart, String file, int line, int column) {}

    /**
     * What a template was doing.
     *
     * @param expression the part of the template that failed, as Go prints it
     * @param function the function that failed; null when none did
     * @param valuesPath the values that were missing or of the wrong type, such as {@code .Values.image.tag}; null when it is not about values
     */
    public record Culprit(
            String expression,
            @Nullable String function,
            @Nullable String valuesPath) {}

    public static Diagnosis of(Subject subject) {
        return new Diagnosis(subject, null, null, "");
    }

    public Diagnosis advising(String other) {
        return new Diagnosis(subject, place, culprit, other);
    }

    public Optional<Place> where() {
        return Optional.ofNullable(place);
    }

    public Optional<Culprit> what() {
        return Optional.ofNullable(culprit);
    }
}
