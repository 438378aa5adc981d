package io.fluxj.watcher.generator;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.GeneratorSource;
import io.fluxj.api.sourceextensions.v1beta1.OutputArtifact;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Stalled;
import java.util.HashSet;
import java.util.Set;

/**
 * What the CRD lets through and nobody can act on. Source: behaviour §0.4, §7.
 *
 * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
 */
record SpecCheck(boolean noCrossNamespaceRefs) {
    /** Refuses such a spec. */
    void check(ArtifactGenerator object) throws Stalled {
        Set<String> aliases = new HashSet<>();
        for (GeneratorSource source : object.getSpec().sources()) {
            if (!aliases.add(source.alias())) {
                throw invalid("duplicate source alias '" + source.alias() + "' found");
            }
            requireAllowed(object, source);
        }
        Set<String> places = new HashSet<>();
        for (OutputArtifact artifact : object.getSpec().artifacts()) {
            if (!places.add(artifact.namespace() + "/" + artifact.name())) {
                throw invalid("duplicate artifact name '" + artifact.name() + "' found");
            }
            requireKnown(artifact, aliases);
        }
    }

    private void requireAllowed(ArtifactGenerator object, GeneratorSource source) throws Stalled {
        String namespace = source.namespace();
        boolean foreign = namespace != null
                && !namespace.isEmpty()
                && !namespace.equals(object.getMetadata().getNamespace());
        if (noCrossNamespaceRefs && foreign) {
            throw Stalled.of(
                    CommonReason.ACCESS_DENIED,
                    "cross-namespace reference to source %s/%s/%s is not allowed"
                            .formatted(source.kind().text(), namespace, source.name()));
        }
    }

    private static void requireKnown(OutputArtifact artifact, Set<String> aliases) throws Stalled {
        String revision = artifact.revision();
        if (revision != null && !revision.isEmpty() && !aliases.contains(revision.substring(1))) {
            throw invalid("artifact %s revision source alias '%s' not found"
                    .formatted(artifact.name(), revision.substring(1)));
        }
    }

    private static Stalled invalid(String message) {
        return Stalled.of(GeneratorReason.VALIDATION_FAILED, message);
    }
}
