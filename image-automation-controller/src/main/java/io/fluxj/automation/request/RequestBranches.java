package io.fluxj.automation.request;

/**
 * What a request is about.
 *
 * @param head short name of the branch that is to be merged
 * @param base short name of the branch that it is to be merged into
 */
public record RequestBranches(String head, String base) {}
