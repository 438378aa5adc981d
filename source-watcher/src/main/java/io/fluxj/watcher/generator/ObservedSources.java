package io.fluxj.watcher.generator;

import io.fluxj.api.meta.Artifact;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.source.ResolvedSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources of an object as they are now.
 *
 * @param byAlias each with what it offers
 */
record ObservedSources(Map<String, ResolvedSource> byAlias) {
    ObservedSources {
        byAlias = Map.copyOf(byAlias);
    }

    /** Tells one state of all sources from another. Source: behaviour §7. */
    String digest() {
        String all = byAlias.entrySet().stream()
                .map(entry -> entry.getKey() + "=[" + text(entry.getValue().artifact()) + "]")
                .sorted()
                .collect(Collectors.joining("|"));
        return Digest.of(DigestAlgorithm.SHA256, all).toString();
    }

    private static String text(Artifact artifact) {
        return "digest=" + artifact.digest() + ",revision=" + artifact.revision() + ",url=" + artifact.url();
    }

    /**
     * The source that a field names.
     *
     * @param reference {@code @alias}; null or empty for none
     */
    Optional<ResolvedSource> named(@Nullable String reference) {
        return reference == null || reference.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(byAlias.get(reference.substring(1)));
    }
}
