package io.fluxj.gotemplate.value;

/** A complex128. */
public record GoComplex(double real, double imaginary) {}
