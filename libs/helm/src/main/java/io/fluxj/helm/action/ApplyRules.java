package io.fluxj.helm.action;

/**
 * How the server applies an object.
 *
 * @param force whether fields that others own are taken over
 * @param strict whether fields that the server does not know are refused
 */
public record ApplyRules(boolean force, boolean strict) {}
