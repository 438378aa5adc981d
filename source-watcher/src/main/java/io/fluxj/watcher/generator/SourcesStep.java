package io.fluxj.watcher.generator;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.GeneratorSource;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.Source;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.Sources;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks up the sources of an object.
 *
 * @param requeue how soon to look again for one that is not there; its appearance wakes the object earlier
 */
record SourcesStep(Sources sources, Duration requeue) {
    /** The kinds that files can be taken from. */
    static final List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> KINDS =
            List.of(GitRepository.class, OCIRepository.class, Bucket.class, HelmChart.class, ExternalArtifact.class);

    /** Which sources an object names. */
    static List<SourceName> names(ArtifactGenerator object) {
        return object.getSpec().sources().stream()
                .map(source -> name(object, source))
                .toList();
    }

    private static SourceName name(ArtifactGenerator object, GeneratorSource source) {
        return SourceName.of(object, source.kind().text(), source.namespace(), source.name());
    }

    /** All of them, each with what it offers. */
    ObservedSources observe(ArtifactGenerator object) throws Waiting {
        Map<String, ResolvedSource> byAlias = new HashMap<>();
        for (GeneratorSource source : object.getSpec().sources()) {
            byAlias.put(source.alias(), observe(name(object, source)));
        }
        return new ObservedSources(byAlias);
    }

    private ResolvedSource observe(SourceName name) throws Waiting {
        Source source = sources.find(name)
                .orElseThrow(() -> missing("%s.source.toolkit.fluxcd.io \"%s\" not found in namespace %s"
                        .formatted(name.kind(), name.name(), name.namespace())));
        return source.artifact()
                .map(artifact -> new ResolvedSource(name, artifact))
                .orElseThrow(() -> missing("source '" + name + "' is not ready"
                        + source.complaint().map(why -> ": " + why).orElse("")));
    }

    private Waiting missing(String why) {
        return Waiting.on(GeneratorReason.SOURCE_FETCH_FAILED, "get sources failed: " + why, requeue);
    }
}
