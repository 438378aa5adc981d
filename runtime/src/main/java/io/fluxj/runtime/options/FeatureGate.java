package io.fluxj.runtime.options;

/** A feature gate of a controller, as its enum of them has it. Source: flags-endpoints §7. */
public interface FeatureGate {
    /** The name in {@code --feature-gates}. */
    String text();

    /** What it is when nothing is said. */
    boolean enabledByDefault();

    /** Whether anything depends on it; others are accepted because Flux has them. */
    boolean hasEffect();
}
