package io.fluxj.sops.yaml;

/** How a scalar is written. */
enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
}
