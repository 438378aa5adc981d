package io.fluxj.substitution;

/** What a variable that nobody set stands for. */
public enum Mode {
    /** A failure, unless the expression brings a default. */
    STRICT,
    /** The empty string. */
    LENIENT
}
