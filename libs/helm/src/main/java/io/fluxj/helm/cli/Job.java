package io.fluxj.helm.cli;

import io.fluxj.helm.values.GivenValues;
import java.util.List;

/** One line of the input of {@code template-many}. */
record Job(String id, String chart, GivenValues values, String namespace) {

    /** @throws IllegalArgumentException when the line is malformed */
    static Job of(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 4) {
            throw new IllegalArgumentException("not of the form ID<tab>CHART<tab>VALUES<tab>NAMESPACE: " + line);
        }
        String id = fields[0];
        boolean path = id.isEmpty() || id.contains("/") || id.contains("\\") || id.startsWith(".");
        if (path || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an ID cannot be empty or a path or hold control characters: " + id);
        }
        return new Job(id, fields[1], values(fields[2]), fields[3]);
    }

    private static GivenValues values(String file) {
        return file.equals("-")
                ? GivenValues.NONE
                : new GivenValues(List.of(file), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
