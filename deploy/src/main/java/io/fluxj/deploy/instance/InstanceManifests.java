package io.fluxj.deploy.instance;

import io.fluxj.deploy.CommonFlags;
import io.fluxj.deploy.Images;
import io.fluxj.deploy.InstallManifests;
import io.fluxj.deploy.InstallSettings;
import io.fluxj.deploy.Overlay;
import io.fluxj.deploy.PackagedFiles;
import io.fluxj.deploy.instance.FluxInstance.Distribution;
import io.fluxj.kustomize.BuildResult;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of a FluxInstance: those of {@code install}, with what the instance changes laid over them. */
public final class InstanceManifests {
    /** The version of Flux whose kinds and behaviour the controllers have; a FluxInstance's range must allow it. */
    public static final String FLUX = "2.9.4";

    /** Registries of Flux's own images, in whose place ours stand. Others are taken for mirrors of ours. */
    private static final Set<String> UPSTREAM =
            Set.of("ghcr.io/fluxcd", "docker.io/fluxcd", "fluxcd", "quay.io/fluxoperatordev");

    private InstanceManifests() {}

    /**
     * The objects, namespace and definitions first.
     *
     * @throws InvalidInstanceException when the version is not to be had
     * @throws io.fluxj.kustomize.BuildException when a patch cannot be applied
     */
    public static BuildResult build(FluxInstance instance) {
        requireVersion(instance.distribution());
        PackagedFiles files = PackagedFiles.open();
        InstanceComponents components = new InstanceComponents(files, instance);
        Map<String, String> laid = new HashMap<>(components.files());
        instance.sync().ifPresent(sync -> laid.put(SyncFile.PATH, new SyncFile(instance, sync).text()));
        Overlay overlay = new Overlay(
                laid,
                components.names(),
                instance.sync().isPresent() ? List.of(SyncFile.PATH) : List.of(),
                new InstancePatches(instance).fields());
        return InstallManifests.build(files, settings(instance), overlay);
    }

    /** What of an instance the settings of {@code install} can say. */
    public static InstallSettings settings(FluxInstance instance) {
        Distribution distribution = instance.distribution();
        Images published = Images.published();
        String registry = UPSTREAM.contains(distribution.registry()) ? published.registry() : distribution.registry();
        return InstallSettings.usual()
                .withNamespace(instance.namespace())
                .withControllers(instance.components())
                .withImages(new Images(registry, published.tag(), distribution.pullSecret()))
                .withFlags(new CommonFlags(true, "info", instance.cluster().domain()))
                .withNetworkPolicies(instance.cluster().networkPolicy());
    }

    private static void requireVersion(Distribution distribution) {
        try {
            boolean allowed = Version.parse(FLUX)
                    .map(Constraint.parse(distribution.version())::allows)
                    .orElse(false);
            if (!allowed) {
                throw new InvalidInstanceException(
                        "spec.distribution.version '%s' does not allow %s, the version of Flux that this program installs"
                                .formatted(distribution.version(), FLUX));
            }
        } catch (InvalidConstraintException wrong) {
            throw new InvalidInstanceException("spec.distribution.version '%s' is no range of versions: %s"
                    .formatted(distribution.version(), wrong.getMessage()));
        }
    }
}
