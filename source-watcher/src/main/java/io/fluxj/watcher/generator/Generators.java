package io.fluxj.watcher.generator;

import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.CacheLimits;
import io.fluxj.runtime.source.Attempts;
import io.fluxj.runtime.source.SourceName;
import io.fluxj.runtime.source.SourceNews;
import io.fluxj.runtime.source.SourceUsers;
import io.fluxj.runtime.source.SourceWatch;
import io.fluxj.runtime.source.WatchedSources;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.watch.Index;
import io.fluxj.runtime.watch.RunningPasses;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The kind ArtifactGenerator, whose objects their sources wake, and what others do to their ExternalArtifacts. */
public final class Generators {
    /** Labels of the ExternalArtifacts that this controller makes. */
    public static final String MADE_HERE = ExternalArtifacts.MANAGED_BY + "=" + ExternalArtifacts.MANAGER;

    /** What came meanwhile is looked at in the next pass. */
    private static final RunningPasses NOT_ENDED = (object, source) -> {};

    private Generators() {}

    /**
     * What the kind is made with.
     *
     * @param artifacts unpacks the sources
     * @param work existing folder where artifacts are put together
     * @param sizes what one artifact may take
     */
    public record Parts(Storage storage, ArtifactCache artifacts, Path work, CacheLimits.Sizes sizes, Rules rules) {}

    /**
     * Flags.
     *
     * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
     * @param defaultServiceAccount {@code --default-service-account}; empty for none
     * @param requeue {@code --requeue-dependency}
     * @param limit {@code --reconciliation-timeout}
     */
    public record Rules(boolean noCrossNamespaceRefs, String defaultServiceAccount, Duration requeue, Duration limit) {}

    /** The kind. */
    public static KindController<ArtifactGenerator> controller(ControllerEnvironment environment, Parts parts) {
        Cluster cluster = Cluster.of(environment.client());
        return KindController.of(environment, ArtifactGenerator.class, own -> {
            WatchedSources sources = new WatchedSources(SourcesStep.KINDS);
            Index<ArtifactGenerator, SourceName> bySource =
                    Index.of(own.context().getPrimaryCache(), "fluxj-source", SourcesStep::names);
            SourceWatch<ArtifactGenerator> watch = new SourceWatch<>(
                    sources,
                    new SourceUsers<>(bySource, (object, source, revision) -> false),
                    new Attempts(),
                    NOT_ENDED,
                    SourceNews.ARTIFACT);
            List<EventSource<?, ArtifactGenerator>> wakers = new ArrayList<>(watch.eventSources(own.context()));
            wakers.add(OwnArtifacts.watch(own.context()));
            return new Kind<>(reconciliation(environment, parts, sources, cluster), wakers);
        });
    }

    private static ArtifactGeneratorReconciliation reconciliation(
            ControllerEnvironment environment, Parts parts, WatchedSources sources, Cluster cluster) {
        Rules rules = parts.rules();
        KnownArtifacts known = new KnownArtifacts(sources, environment.client());
        Writers writers = new Writers(cluster, rules.defaultServiceAccount());
        return new ArtifactGeneratorReconciliation(
                new ArtifactGeneratorReconciliation.Steps(
                        new SpecCheck(rules.noCrossNamespaceRefs()),
                        new SourcesStep(sources, rules.requeue()),
                        new DriftStep(parts.storage(), known),
                        new FetchStep(parts.artifacts(), rules.requeue()),
                        new BuildStep(parts.storage(), parts.work(), parts.sizes()),
                        new PublishStep(
                                new ApplyStep(writers, known, environment.clock()),
                                new RemovalStep(writers, parts.storage().store()),
                                parts.storage())),
                rules.limit());
    }
}
