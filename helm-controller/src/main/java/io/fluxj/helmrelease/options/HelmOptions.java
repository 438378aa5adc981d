package io.fluxj.helmrelease.options;

import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.artifact.CacheLimits;
import io.fluxj.runtime.options.AclOptions;
import io.fluxj.runtime.options.ArtifactBounds;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.DependencyOptions;
import io.fluxj.runtime.options.FeatureGates;
import io.fluxj.runtime.options.GoDurationConverter;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.TakeoverOptions;
import io.fluxj.runtime.options.TenancyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of the helm controller. Source: flags-endpoints §2. */
public final class HelmOptions implements ControllerOptions {

    @Mixin
    private SharedOptions shared = new SharedOptions(FeatureGates.defaults(Gate.values()));

    @Mixin
    private AclOptions acl = new AclOptions();

    @Mixin
    private TenancyOptions tenancy = new TenancyOptions();

    @Mixin
    private DependencyOptions dependencies = new DependencyOptions();

    @Mixin
    private ArtifactBounds artifacts = new ArtifactBounds();

    @Mixin
    private TakeoverOptions takeover = new TakeoverOptions();

    @Mixin
    private MemoryFlags memory = new MemoryFlags();

    @Option(
            names = "--concurrent",
            defaultValue = "4",
            paramLabel = "N",
            description = "HelmReleases that are worked on at once.")
    private int concurrent;

    @Option(
            names = "--http-timeout",
            defaultValue = "30s",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Longest time of one try to download a chart.")
    private Duration httpTimeout = Duration.ZERO;

    @Option(
            names = "--snapshot-digest-algo",
            defaultValue = "sha256",
            paramLabel = "NAME",
            description = "Algorithm of the digests in status.history.")
    private String snapshotDigest = "";

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
        return Stream.concat(AclOptions.LOCKED_DOWN.stream(), TenancyOptions.LOCKED_DOWN.stream())
                .toList();
    }

    /** {@code --no-cross-namespace-refs}. */
    public AclOptions acl() {
        return acl;
    }

    /** Service accounts. */
    public TenancyOptions tenancy() {
        return tenancy;
    }

    /** How soon to look again at what is not ready. */
    public Duration requeueDependency() {
        return dependencies.requeue();
    }

    /** How charts are fetched, and how large they may be. */
    public CacheLimits artifacts() {
        return artifacts.limits().withTimeout(httpTimeout);
    }

    /**
     * Algorithm of the digests in {@code status.history}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public DigestAlgorithm snapshotDigest() {
        return DigestAlgorithm.named(snapshotDigest);
    }

    /** Cloud identities that act for objects that name none, by flag; they need workload identity of objects. */
    public Map<String, String> cloudIdentities() {
        return Map.of(TenancyOptions.KUBECONFIG_ACCOUNT, tenancy.defaultKubeconfigServiceAccount());
    }

    /** {@code --override-manager}. */
    public List<String> overrideManagers() {
        return takeover.overrideManagers();
    }

    /** When memory is nearly used up, for the gate {@code OOMWatch}. */
    public MemoryBounds memory() {
        return memory.bounds();
    }

    /** Flags that are accepted and have no effect in this version. */
    public List<String> withoutEffect() {
        List<String> flags = new ArrayList<>(memory.withoutEffect());
        flags.addAll(shared.features().withoutEffect(Gate.values()));
        return flags;
    }

    /** Whether a feature is on. */
    public boolean enabled(Gate gate) {
        return shared.features().enabled(gate.text());
    }
}
