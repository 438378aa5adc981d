package io.fluxj.reflector;

import io.fluxj.runtime.options.AclOptions;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.DependencyOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of the image-reflector-controller. Source: flags-endpoints §1, §2, §7. */
@Command(name = ImageReflectorController.NAME, description = "Lists the tags of images, and chooses among them.")
public final class ImageReflectorOptions implements ControllerOptions {
    private static final String FLUX_STORAGE = "FluxStorage";
    private static final Map<String, Boolean> GATES =
            Map.of("CacheSecretsAndConfigMaps", false, WorkloadIdentityGate.NAME, false, FLUX_STORAGE, false);
    private static final long KIBIBYTE = 1024;

    private final Set<String> withoutEffect = new TreeSet<>();

    @Mixin
    private SharedOptions shared = new SharedOptions(GATES);

    @Mixin
    private AclOptions acl = new AclOptions();

    @Mixin
    private DependencyOptions dependencies = new DependencyOptions();

    @Option(
            names = "--concurrent",
            defaultValue = "4",
            paramLabel = "N",
            description = "Objects of each kind worked on at once.")
    private int concurrent;

    @Option(
            names = "--storage-path",
            defaultValue = "/data",
            paramLabel = "FOLDER",
            description = "Where lists of tags are kept.")
    private String storagePath = "";

    @Option(
            names = "--storage-compression-threshold",
            defaultValue = "64",
            paramLabel = "KIB",
            description = "Lists that are longer are kept compressed.")
    private int compressionThreshold;

    @Option(
            names = "--default-service-account",
            defaultValue = "",
            paramLabel = "NAME",
            description =
                    "Service account whose cloud identity is used when an ImageRepository names none. Needs the feature gate ObjectLevelWorkloadIdentity.")
    private String defaultServiceAccount = "";

    @Option(
            names = "--storage-value-log-file-size",
            paramLabel = "BYTES",
            description = "No effect: there is no database with logs.")
    void valueLogFileSize(long bytes) {
        withoutEffect.add("--storage-value-log-file-size");
    }

    @Option(
            names = "--gc-interval",
            paramLabel = "MINUTES",
            description = "No effect: what is not needed is removed at once.")
    void gcInterval(int minutes) {
        withoutEffect.add("--gc-interval");
    }

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
        return AclOptions.LOCKED_DOWN;
    }

    /** None: scans are due to the second, and what is told of them says so. */
    @Override
    public int jitterPercentage() {
        return 0;
    }

    /** {@code --no-cross-namespace-refs}. */
    public boolean noCrossNamespaceRefs() {
        return acl.noCrossNamespaceRefs();
    }

    /** {@code --requeue-dependency}. */
    public Duration requeueDependency() {
        return dependencies.requeue();
    }

    /** {@code --storage-path}. */
    public String storagePath() {
        return storagePath;
    }

    /** {@code --storage-compression-threshold} in bytes. */
    public long compressAbove() {
        return compressionThreshold * KIBIBYTE;
    }

    /** Gate {@code FluxStorage}: revisions are those of Flux's file storage. */
    public boolean fluxStorage() {
        return shared.features().enabled(FLUX_STORAGE);
    }

    /** {@code --default-service-account}; empty for the controller's own identity. */
    public String defaultServiceAccount() {
        return defaultServiceAccount;
    }

    /** Flags that were given and have no effect, in alphabetical order. */
    public Set<String> withoutEffect() {
        return Set.copyOf(withoutEffect);
    }
}
