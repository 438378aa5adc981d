package io.fluxj.source;

import io.fluxj.runtime.options.ArtifactOptions;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.DependencyOptions;
import io.fluxj.runtime.options.GoDurationConverter;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.SshOptions;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of the source-controller. Source: flags-endpoints §1, §2, §7. */
@Command(name = SourceController.NAME, description = "Fetches sources and offers them as artifacts.")
public final class SourceControllerOptions implements ControllerOptions {
    private static final Map<String, Boolean> GATES =
            Map.of("CacheSecretsAndConfigMaps", false, WorkloadIdentityGate.NAME, false);

    @Mixin
    private SharedOptions shared = new SharedOptions(GATES);

    @Mixin
    private ArtifactOptions artifacts = new ArtifactOptions();

    @Mixin
    private HelmFlags helm = new HelmFlags();

    @Option(
            names = "--concurrent",
            defaultValue = "2",
            paramLabel = "N",
            description = "Objects of each kind worked on at once.")
    private int concurrent;

    @Mixin
    private SshOptions ssh = new SshOptions();

    @Option(
            names = "--max-timeout",
            defaultValue = "0s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Cuts longer spec.timeout of sources; 0 for none.")
    private Duration maxTimeout = Duration.ZERO;

    @Option(
            names = "--default-service-account",
            paramLabel = "NAME",
            description = "Service account whose cloud identity objects with a spec.provider have that name none."
                    + " Needs the feature gate ObjectLevelWorkloadIdentity.")
    private String defaultServiceAccount = "";

    @Mixin
    private DependencyOptions dependencies = new DependencyOptions();

    @Override
    public SharedOptions shared() {
        return shared;
    }

    @Override
    public int concurrent() {
        return concurrent;
    }

    /** {@code --storage-*} and {@code --artifact-*}. */
    public ArtifactOptions artifacts() {
        return artifacts;
    }

    /** {@code --ssh-*}. */
    public SshOptions ssh() {
        return ssh;
    }

    /** {@code --helm-*}. */
    HelmFlags helm() {
        return helm;
    }

    /** {@code --max-timeout}, a flag of Fluxj's own; empty for none. */
    public Optional<Duration> maxTimeout() {
        return Optional.of(maxTimeout).filter(Duration::isPositive);
    }

    /** {@code --default-service-account}; empty for the controller itself. */
    public String defaultServiceAccount() {
        return defaultServiceAccount;
    }

    /** {@code --requeue-dependency}. */
    public Duration requeueDependency() {
        return dependencies.requeue();
    }
}
