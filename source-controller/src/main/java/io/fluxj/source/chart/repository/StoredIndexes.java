package io.fluxj.source.chart.repository;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.source.artifact.StoredArtifacts;
import io.fluxj.source.helm.index.IndexEntry;
import io.fluxj.source.helm.index.IndexPlaces;
import io.fluxj.source.helm.index.StoredIndex;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * The indexes that the store keeps. Their digests are looked at in the passes of their repositories, and not once more for each chart.
 *
 * @param artifacts reads them
 * @param places what is remembered of them
 * @param asked told of each look that something may be remembered of
 */
public record StoredIndexes(StoredArtifacts artifacts, IndexPlaces places, Asked asked) {
    /** Counts. */
    @FunctionalInterface
    public interface Asked {
        /**
         * An index was asked for.
         *
         * @param remembered whether something was remembered of it
         */
        void count(HelmRepository repository, boolean remembered);
    }

    StoredIndex.Presence look(HelmRepository repository, Artifact artifact, String chart, Predicate<IndexEntry> goesOn)
            throws IOException {
        if (!places.isOn()) {
            return artifacts.open(repository, artifact, index -> StoredIndex.look(index, chart, goesOn));
        }
        boolean remembered = places.knows(artifact.path());
        asked.count(repository, remembered);
        if (!remembered) {
            artifacts.open(repository, artifact, index -> {
                places.learn(artifact.path(), index);
                return true;
            });
        }
        return artifacts.open(repository, artifact, index -> places.look(artifact.path(), index, chart, goesOn));
    }
}
