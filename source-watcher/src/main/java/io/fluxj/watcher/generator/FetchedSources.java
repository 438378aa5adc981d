package io.fluxj.watcher.generator;

import io.fluxj.runtime.artifact.UnpackedArtifact;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files of all sources, to be read until this is closed.
 *
 * @param byAlias each unpacked
 */
record FetchedSources(ObservedSources observed, Map<String, UnpackedArtifact> byAlias) implements AutoCloseable {
    FetchedSources {
        byAlias = Map.copyOf(byAlias);
    }

    /** Their folders, by alias. */
    Map<String, Path> folders() {
        return byAlias.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .root()));
    }

    @Override
    public void close() {
        byAlias.values().forEach(UnpackedArtifact::close);
    }
}
