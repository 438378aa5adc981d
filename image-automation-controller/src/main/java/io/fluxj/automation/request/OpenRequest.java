package io.fluxj.automation.request;

/**
 * A request that is open.
 *
 * @param number what its host calls it
 * @param address for people
 * @param text as it is now
 */
public record OpenRequest(long number, String address, RequestText text) {}
