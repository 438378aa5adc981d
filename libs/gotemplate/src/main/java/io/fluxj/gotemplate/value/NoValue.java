package io.fluxj.gotemplate.value;

/** The absence of a value, which prints as {@code <no value>}; other than {@code null}, which is Go's nil of type {@code interface {}}. */
public enum NoValue {
    NO_VALUE
}
