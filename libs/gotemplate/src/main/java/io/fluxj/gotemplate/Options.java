package io.fluxj.gotemplate;

import io.fluxj.gotemplate.parse.Delimiters;

/** How templates are read and run. */
public record Options(Delimiters delimiters, MissingKey missingKey) {
    public static final Options STANDARD = new Options(Delimiters.STANDARD, MissingKey.INVALID);

    /** What a key that a map does not have stands for ({@code missingkey}). */
    public enum MissingKey {
        /** No value, which prints as {@code <no value>}. */
        INVALID,
        /** The zero value of what the map holds. */
        ZERO,
        /** Execution fails. */
        ERROR
    }
}
