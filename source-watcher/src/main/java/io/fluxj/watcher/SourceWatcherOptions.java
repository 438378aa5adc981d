package io.fluxj.watcher;

import io.fluxj.runtime.artifact.CacheLimits;
import io.fluxj.runtime.options.AclOptions;
import io.fluxj.runtime.options.ArtifactBounds;
import io.fluxj.runtime.options.ArtifactOptions;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.GoDurationConverter;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.watcher.generator.Generators;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of the source-watcher. Source: flags-endpoints §1, §2, §7; flux-2.10 §11. */
@Command(name = SourceWatcher.NAME, description = "Makes artifacts out of parts of others.")
public final class SourceWatcherOptions implements ControllerOptions {
    private static final String DIRECT_SOURCE_FETCH = "DirectSourceFetch";

    @Mixin
    private SharedOptions shared = new SharedOptions(Map.of(DIRECT_SOURCE_FETCH, false));

    @Mixin
    private ArtifactOptions artifacts = new ArtifactOptions();

    @Mixin
    private ArtifactBounds bounds = new ArtifactBounds();

    @Mixin
    private AclOptions acl = new AclOptions();

    @Option(
            names = "--concurrent",
            defaultValue = "10",
            paramLabel = "N",
            description = "ArtifactGenerators worked on at once.")
    private int concurrent;

    @Option(
            names = "--requeue-dependency",
            defaultValue = "5s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How soon to look again at sources that are not ready, unless an event comes earlier.")
    private Duration requeueDependency = Duration.ZERO;

    @Option(
            names = "--reconciliation-timeout",
            defaultValue = "10m",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long the artifacts of one ArtifactGenerator may take to be built.")
    private Duration limit = Duration.ZERO;

    @Option(
            names = "--default-service-account",
            defaultValue = "",
            paramLabel = "NAME",
            description = "Service account, in the namespace of the ArtifactGenerator, as which artifacts in other"
                    + " namespaces are written when it names none.")
    private String defaultServiceAccount = "";

    @Override
    public SharedOptions shared() {
        return shared;
    }

    @Override
    public int concurrent() {
        return concurrent;
    }

    @Override
    public List<String> lockedDown() {
        return Stream.concat(AclOptions.LOCKED_DOWN.stream(), Stream.of("--default-service-account=default"))
                .toList();
    }

    /** {@code --storage-*} and {@code --artifact-retention-*}. */
    public ArtifactOptions artifacts() {
        return artifacts;
    }

    /** How sources are fetched, and how large they and what is made of them may be. */
    public CacheLimits limits() {
        return bounds.limits();
    }

    /** What ArtifactGenerators may do. */
    Generators.Rules rules() {
        return new Generators.Rules(acl.noCrossNamespaceRefs(), defaultServiceAccount, requeueDependency, limit);
    }

    /** Whether a gate is on that changes nothing here: sources are watched anyway, and a watch shows what is new at once. */
    boolean asksForDirectFetch() {
        return shared.features().enabled(DIRECT_SOURCE_FETCH);
    }
}
