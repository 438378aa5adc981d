package io.fluxj.helmrelease;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.helmrelease.memory.MemoryWatch;
import io.fluxj.helmrelease.options.Gate;
import io.fluxj.helmrelease.options.HelmOptions;
import io.fluxj.helmrelease.pass.ReconciliationFactory;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.OwnFolder;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.reference.Surroundings;
import io.fluxj.runtime.source.SourceNews;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The helm controller: HelmReleases, installed from charts and kept in the cluster. */
public final class HelmController implements ControllerDefinition<HelmOptions> {

    private static final Logger LOG = LoggerFactory.getLogger(HelmController.class);

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(new HelmController(), arguments));
    }

    /** The controller, to be started in a process with others. */
    public static HelmController definition() {
        return new HelmController();
    }

    @Override
    public String name() {
        return Own.MANAGER;
    }

    @Override
    public HelmOptions newOptions() {
        return new HelmOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, HelmOptions options) throws IOException {
        check(options);
        ArtifactCache artifacts = artifacts(environment, options);
        ControllerParts parts = ControllerParts.of(KindController.of(environment, HelmRelease.class, own -> {
            Surroundings<HelmRelease, HelmReleaseStatus> surroundings =
                    new Surroundings<>(HelmReleaseReferences.all(), watched(options), own);
            return new Kind<>(
                    ReconciliationFactory.create(environment, options, surroundings, artifacts),
                    surroundings.eventSources());
        }));
        return options.enabled(Gate.OOM_WATCH)
                ? parts.until(memory(environment, options).reached())
                : parts;
    }

    private static MemoryWatch memory(ControllerEnvironment environment, HelmOptions options) {
        return environment.resources().keep(MemoryWatch.start(options.memory()));
    }

    private static ArtifactCache artifacts(ControllerEnvironment environment, HelmOptions options) throws IOException {
        OwnFolder folder = environment
                .resources()
                .keep(OwnFolder.open(Path.of(System.getProperty("java.io.tmpdir")), "fluxj-charts-"));
        return environment.openPackedArtifacts(
                options.artifacts(), folder.path().resolve("packed"));
    }

    private static void check(HelmOptions options) {
        WorkloadIdentityGate.check(options.shared().features(), options.cloudIdentities());
        var _ = options.snapshotDigest();
        options.withoutEffect().forEach(flag -> LOG.warn("{} has no effect in this version", flag));
    }

    private static Surroundings.Watched watched(HelmOptions options) {
        return new Surroundings.Watched(
                HelmReleaseReferences.chartKinds(options.enabled(Gate.EXTERNAL_ARTIFACT)),
                SourceNews.READINESS,
                options.enabled(Gate.DISABLE_CONFIG_WATCHERS)
                        ? ""
                        : options.shared().watch().configsLabelSelector());
    }
}
