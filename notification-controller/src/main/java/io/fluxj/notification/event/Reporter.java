package io.fluxj.notification.event;

/**
 * Who says what happened.
 *
 * @param controller for example {@code kustomize-controller}
 * @param instance name of its pod; may be empty
 */
public record Reporter(String controller, String instance) {}
