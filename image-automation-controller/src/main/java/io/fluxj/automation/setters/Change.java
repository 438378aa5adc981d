package io.fluxj.automation.setters;

/**
 * A value that was set.
 *
 * @param oldValue before
 * @param newValue after
 * @param setter what the marker names, such as {@code apps:web:tag}
 */
public record Change(String oldValue, String newValue, String setter) {}
