package io.fluxj.watcher.generator;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import java.time.Duration;
import java.util.Map;

/** What annotations of an ArtifactGenerator say. Source: conditions-events §11, flux-2.10 §11. */
final class GeneratorAnnotations {
    private static final String RECONCILE = "source.extensions.fluxcd.io/reconcile";
    private static final String EVERY = "source.extensions.fluxcd.io/reconcileEvery";
    private static final Duration USUAL = Duration.ofHours(1);

    private GeneratorAnnotations() {}

    /** Whether nothing is to be done for it. */
    static boolean isSuspended(ArtifactGenerator object) {
        return annotation(object, RECONCILE).equalsIgnoreCase("disabled");
    }

    /** The time from one pass to the next; an hour where none is said that makes sense. */
    static Duration interval(ArtifactGenerator object) {
        try {
            Duration every = GoDuration.parse(annotation(object, EVERY)).value();
            return every.isPositive() ? every : USUAL;
        } catch (IllegalArgumentException nonsense) {
            return USUAL;
        }
    }

    private static String annotation(ArtifactGenerator object, String name) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(name, "");
    }
}
