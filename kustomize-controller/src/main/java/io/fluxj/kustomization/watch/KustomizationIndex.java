package io.fluxj.kustomization.watch;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomization.dependency.ObjectName;
import io.fluxj.kustomization.source.SourceName;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The watched Kustomizations, by what they refer to. */
final class KustomizationIndex {

    private static final String BY_SOURCE = "fluxj-source";
    private static final String BY_CONFIG = "fluxj-config";

    private final IndexerResourceCache<Kustomization> cache;

    /** Adds its indexes to the cache, which must not be running yet. */
    KustomizationIndex(IndexerResourceCache<Kustomization> cache) {
        this.cache = cache;
        cache.addIndexer(BY_SOURCE, object -> List.of(SourceName.of(object).toString()));
        cache.addIndexer(BY_CONFIG, KustomizationIndex::configs);
    }

    Optional<Kustomization> get(ObjectName name) {
        return cache.get(new ResourceID(name.name(), name.namespace()));
    }

    List<Kustomization> usingSource(SourceName source) {
        return cache.byIndex(BY_SOURCE, source.toString());
    }

    List<Kustomization> usingConfig(String kind, String namespace, String name) {
        return cache.byIndex(BY_CONFIG, config(kind, namespace, name));
    }

    private static List<String> configs(Kustomization object) {
        KustomizationSpec spec = object.getSpec();
        String namespace = object.getMetadata().getNamespace();
        List<String> configs = new ArrayList<>();
        if (spec.postBuild() != null) {
            spec.postBuild()
                    .substituteFrom()
                    .forEach(reference -> configs.add(config(reference.kind().text(), namespace, reference.name())));
        }
        return configs;
    }

    private static String config(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }
}
