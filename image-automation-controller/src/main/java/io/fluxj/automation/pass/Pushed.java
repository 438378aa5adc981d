package io.fluxj.automation.pass;

/**
 * A commit that was pushed.
 *
 * @param hash of it
 * @param message of it
 */
record Pushed(String hash, String message) {}
