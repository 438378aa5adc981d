package io.fluxj.kustomization.options;

import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How much may be pruned at once. An addition of ours. */
public final class PruneOption {

    private static final int UNSET = -1;
    private static final int ALL = 100;

    @Option(
            names = "--max-prune-percent",
            defaultValue = "-1",
            paramLabel = "PERCENT",
            description =
                    "Largest share of a Kustomization's objects that one pass may prune without an acknowledgement;"
                            + " 100 lets everything go. Without it only a build that has become empty waits for one.")
    private int percent = UNSET;

    /**
     * The share; empty when none is set.
     *
     * @throws IllegalArgumentException when it is no percentage
     */
    public OptionalInt percent() {
        if (percent < UNSET || percent > ALL) {
            throw new IllegalArgumentException("--max-prune-percent: %d is not between 0 and 100".formatted(percent));
        }
        return percent == UNSET ? OptionalInt.empty() : OptionalInt.of(percent);
    }
}
