package io.fluxj.helm.action;

/**
 * Which tests run: those that are not excluded, and of them, where any filter includes, only those included.
 *
 * @param hook name of the object
 */
public record TestFilter(String hook, boolean exclude) {}
