package io.fluxj.gotemplate.value;

/** A pointer to nothing. */
public record NilPointer(GoType type) {}
