package io.fluxj.git;

import java.util.Set;

/** Chooses among the tags of a repository. */
@FunctionalInterface
public interface TagSelector {
    /**
     * The tags of the wanted version. Several may spell one version ({@code 1.0.0} and {@code v1.0.0}): then the one
     * with the newest commit wins.
     *
     * @param tags short names of all tags ({@code v1.0.0}, {@code app/v1})
     * @return a subset of them; empty when none is wanted
     */
    Set<String> choose(Set<String> tags);
}
