package io.fluxj.kustomize.yaml;

/**
 * How much one document may hold.
 *
 * @param nodes nodes after aliases were expanded
 * @param depth nesting
 */
public record Bounds(int nodes, int depth) {}
