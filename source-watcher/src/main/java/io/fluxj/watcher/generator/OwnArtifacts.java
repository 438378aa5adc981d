package io.fluxj.watcher.generator;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.ExternalArtifactSourceReference;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.api.sourceextensions.v1beta1.GeneratedArtifact;
import io.fluxj.runtime.start.LeanItemStore;
import io.fluxj.runtime.watch.ArrivingKind;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** ExternalArtifacts that somebody changed or deleted wake the ArtifactGenerator that made them. */
final class OwnArtifacts {
    private OwnArtifacts() {}

    static EventSource<ExternalArtifact, ArtifactGenerator> watch(EventSourceContext<ArtifactGenerator> context) {
        var configuration = InformerEventSourceConfiguration.from(ExternalArtifact.class, ArtifactGenerator.class)
                .withName("own-external-artifacts")
                .withNamespacesInheritedFromController()
                .withLabelSelector(Generators.MADE_HERE)
                .withItemStore(new LeanItemStore<>())
                .withSecondaryToPrimaryMapper(OwnArtifacts::maker)
                .<ArtifactGenerator>withPrimaryToSecondaryMapper(_ -> Set.of())
                .withOnAddFilter(_ -> false)
                .withOnUpdateFilter((after, before) -> isNews(after, before) && !isAsListed(context, after))
                .build();
        return new ArrivingKind<>(configuration, context);
    }

    private static Set<ResourceID> maker(ExternalArtifact object) {
        ExternalArtifactSourceReference maker =
                object.getSpec() == null ? null : object.getSpec().sourceRef();
        if (maker == null || !maker.kind().equals("ArtifactGenerator")) {
            return Set.of();
        }
        String namespace = Optional.ofNullable(maker.namespace())
                .orElse(object.getMetadata().getNamespace());
        return Set.of(new ResourceID(maker.name(), namespace));
    }

    private static boolean isNews(ExternalArtifact after, ExternalArtifact before) {
        return !artifact(after).equals(artifact(before))
                || !Objects.equals(
                        after.getMetadata().getLabels(), before.getMetadata().getLabels());
    }

    /** Our own writes are no news. */
    private static boolean isAsListed(EventSourceContext<ArtifactGenerator> context, ExternalArtifact object) {
        String place =
                object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
        return maker(object).stream()
                .flatMap(id -> context.getPrimaryCache().get(id).stream())
                .filter(owner -> ExternalArtifacts.owner(object).equals(ExternalArtifacts.uid(owner)))
                .flatMap(owner ->
                        Optional.ofNullable(Inventory.of(owner).artifacts().get(place)).stream())
                .map(GeneratedArtifact::digest)
                .anyMatch(digest -> artifact(object).map(Artifact::digest).equals(Optional.of(digest)));
    }

    private static Optional<Artifact> artifact(ExternalArtifact object) {
        return Optional.ofNullable(object.getStatus()).flatMap(status -> Optional.ofNullable(status.artifact()));
    }
}
