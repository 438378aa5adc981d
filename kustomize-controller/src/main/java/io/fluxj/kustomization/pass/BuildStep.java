package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.kustomization.build.BuildCache;
import io.fluxj.kustomization.build.DecryptionKeys;
import io.fluxj.kustomization.source.FetchedSources;
import io.fluxj.kustomization.source.SourceSet;
import io.fluxj.kustomize.FileTree;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.BuiltManifests;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.manifest.postbuild.Variables;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.ArtifactFailure;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.target.TargetCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Gets the manifests: from an earlier pass when nothing they were made of changed, else by fetching and building. What
 * is being done is told at once only where something is going to change, so that a steady object costs no writes.
 */
final class BuildStep {

    private static final String FETCHING = "Fetching manifests";
    private static final String BUILDING = "Building manifests";
    static final String DETECTING = "Detecting drift";

    private final ArtifactCache artifacts;
    private final BuildCache builds;
    private final VariableLoader variables;
    private final DecryptionKeys keys;
    private final TargetStep targets;
    private final Duration requeueDependency;

    BuildStep(
            ArtifactCache artifacts,
            BuildCache builds,
            Loaders loaders,
            TargetStep targets,
            Duration requeueDependency) {
        this.artifacts = artifacts;
        this.builds = builds;
        this.targets = targets;
        this.variables = loaders.variables();
        this.keys = loaders.keys();
        this.requeueDependency = requeueDependency;
    }

    ToApply build(Work work) throws Failure, InterruptedException {
        boolean steady = work.pass().conditions().isTrue(ConditionType.READY);
        boolean first = isFirst(work);
        Set<String> withoutMac = new TreeSet<>();
        BuildRequest request = request(work.object(), withoutMac::add);
        work.secrets().begin(request.variables().secrets(), work.sources());
        String digest = work.sources().digest();
        BuiltManifests kept = builds.peek(owner(work.object()), digest, request);
        if (kept != null && steady) {
            attempt(work);
            work.note(DETECTING);
            return new ToApply(kept, targets.find(work.object()), false);
        }
        tell(work, FETCHING, !steady && !isHere(work));
        Fresh made = fetchAndBuild(work, request);
        BuildCache.Build build = made.build();
        work.secrets().add(build.manifests().sensitivity().decrypted(), work.sources());
        if (first && build.fresh()) {
            remark(work, build.manifests().unknown());
            remark(work, withoutMac);
        }
        tell(work, DETECTING, steady && build.fresh());
        return new ToApply(build.manifests(), made.target(), build.fresh());
    }

    /** What a build needs of ConfigMaps and Secrets. */
    record Loaders(VariableLoader variables, DecryptionKeys keys) {}

    private record Fresh(BuildCache.Build build, TargetCluster target) {}

    /** Forgets the build of an object that is gone. */
    void forget(Kustomization object) {
        builds.forget(owner(object));
    }

    /** Whether this revision with this spec was not worked on before. */
    private static boolean isFirst(Work work) {
        KustomizationStatus status = work.object().getStatus();
        return status == null
                || !work.sources().main().revision().equals(status.lastAttemptedRevision())
                || (!work.sources().isSingle() && !work.sources().areApplied(status))
                || !Objects.equals(
                        status.observedGeneration(), work.object().getMetadata().getGeneration());
    }

    private static void remark(Work work, List<String> unknown) {
        if (!unknown.isEmpty()) {
            String lines = String.join("\n", unknown);
            work.pass().emit(Severity.WARNING, KustomizationReason.FIELD_WITHOUT_EFFECT, lines, Map.of());
        }
    }

    private static void remark(Work work, Set<String> withoutMac) {
        if (!withoutMac.isEmpty()) {
            String lines = String.join("\n", withoutMac)
                    + "\nwithout a MAC: nobody can tell whether it was changed after sops encrypted it; encrypt it again with sops";
            work.pass().emit(Severity.WARNING, KustomizationReason.MAC_MISSING, lines, Map.of());
        }
    }

    private boolean isHere(Work work) throws Retryable {
        try {
            return FetchedSources.areHere(artifacts, work.sources());
        } catch (ArtifactFailure e) {
            throw Retryable.of(CommonReason.ARTIFACT_FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private static void tell(Work work, String doing, boolean now) {
        if (now) {
            work.announce(doing);
        } else {
            work.note(doing);
        }
    }

    private BuildRequest request(Kustomization object, Consumer<String> withoutMac) {
        KustomizationSpec spec = object.getSpec();
        Variables loaded = variables.load(spec.postBuild(), object.getMetadata().getNamespace());
        return BuildRequest.of(spec, loaded)
                .ownedBy(Own.MARKERS.ownership(object).labels())
                .decryptedWith(keys.load(spec.decryption(), object.getMetadata().getNamespace(), withoutMac));
    }

    private Fresh fetchAndBuild(Work work, BuildRequest request) throws Failure, InterruptedException {
        try (FetchedSources fetched = fetch(work)) {
            FileTree tree = fetched.tree();
            requireDirectory(tree, request);
            attempt(work);
            work.note(BUILDING);
            TargetCluster target = targets.find(work.object());
            return new Fresh(builds.build(owner(work.object()), work.sources().digest(), tree, request), target);
        } catch (BuildFailure e) {
            throw Retryable.of(CommonReason.BUILD_FAILED, work.concealed(e.message()));
        } catch (IOException e) {
            throw Retryable.of(CommonReason.ARTIFACT_FAILED, "cannot read the artifact: " + e.getMessage(), e);
        }
    }

    private FetchedSources fetch(Work work) throws Failure, InterruptedException {
        try {
            SourceSet wanted = work.sources();
            return FetchedSources.areHere(artifacts, wanted)
                    ? FetchedSources.fetch(artifacts, wanted)
                    : work.pass().transferring(work.pass().superseded(), () -> FetchedSources.fetch(artifacts, wanted));
        } catch (ArtifactFailure.NotFound e) {
            throw Waiting.on(
                    CommonReason.ARTIFACT_FAILED,
                    "Source is not ready, artifact not found, retrying in " + GoDuration.of(requeueDependency),
                    requeueDependency);
        } catch (ArtifactFailure e) {
            throw Retryable.of(CommonReason.ARTIFACT_FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireDirectory(FileTree tree, BuildRequest request) throws Retryable {
        if (!tree.isDirectory(request.directory())) {
            throw Retryable.of(
                    CommonReason.ARTIFACT_FAILED,
                    "kustomization path not found: there is no directory '%s' in the artifact: correct spec.path, or add the directory to the source%s"
                            .formatted(request.directory(), places(request.spec())));
        }
    }

    private static String places(KustomizationSpec spec) {
        return spec.sourceRefs().isEmpty()
                ? ""
                : "; with spec.sourceRefs each source lies in a directory of its name, that of spec.sourceRef in "
                        + spec.sourceRef().name();
    }

    private static void attempt(Work work) {
        work.pass()
                .update(status ->
                        status.withLastAttemptedRevision(work.sources().main().revision()));
    }

    private static String owner(Kustomization object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }
}
