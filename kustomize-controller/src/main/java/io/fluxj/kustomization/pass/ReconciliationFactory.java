package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.memory.DriftListener;
import io.fluxj.kustomization.build.BuildCache;
import io.fluxj.kustomization.build.ClusterConfigs;
import io.fluxj.kustomization.build.DecryptionKeys;
import io.fluxj.kustomization.build.KeyServices;
import io.fluxj.kustomization.kms.CloudKeys;
import io.fluxj.kustomization.options.Gate;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.apply.DriftWatch;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.dependency.DependencyPolicy;
import io.fluxj.runtime.health.HealthExpressions;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.reference.Surroundings;
import io.fluxj.runtime.source.SourcePolicy;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.target.TargetClusters;
import java.time.Clock;
import java.util.stream.Stream;

/** Puts the steps together. */
public final class ReconciliationFactory {

    private static final int REMEMBERED_OBJECTS = 200_000;

    private ReconciliationFactory() {}

    /** The kind of a controller. */
    public static Kind<Kustomization, KustomizationStatus> create(
            ControllerEnvironment environment,
            KustomizeOptions options,
            Surroundings<Kustomization, KustomizationStatus> surroundings,
            ArtifactCache artifacts,
            BuildCache builds) {
        Clock clock = environment.clock();
        SourcePolicy policy = new SourcePolicy(
                options.acl().noCrossNamespaceRefs(),
                options.enabled(Gate.EXTERNAL_ARTIFACT),
                options.requeueDependency());
        DriftWatch<Kustomization> drift = new DriftWatch<>(Kustomization.class, Own.MARKERS);
        AppliedMemory memory = environment
                .resources()
                .keep(AppliedMemory.watching(
                        REMEMBERED_OBJECTS,
                        options.enabled(Gate.CORRECT_DRIFT_AT_ONCE) ? drift : DriftListener.none()));
        TargetStep targets =
                new TargetStep(TargetClusters.of(environment, options.shared().client(), options.tenancy(), memory));
        Feasibility check = new Feasibility(new UnsupportedFields(options));
        HealthExpressions healthExpressions = new HealthExpressions();
        boolean failFast = !options.enabled(Gate.DISABLE_FAIL_FAST_BEHAVIOR);
        Steps steps = new Steps(
                surroundings.dependencies(new DependencyPolicy(
                        options.requeueDependency(),
                        options.enabled(Gate.ADDITIVE_CEL_DEPENDENCY_CHECK),
                        DependencyPolicy.Events.SUMMARY)),
                targets,
                new BuildStep(artifacts, builds, loaders(environment, options), targets, options.requeueDependency()),
                new ApplyStep(
                        memory,
                        options.apply(),
                        new ApplyStep.Gates(
                                options.enabled(Gate.MIGRATE_API_VERSION), options.enabled(Gate.GROUP_CHANGE_LOG))),
                new PruneStep(new PruneGuard(options.prune().percent())),
                new HealthStep(failFast, healthExpressions, memory, clock),
                new DeletionStep(targets, check));
        KustomizationReconciliation reconciliation = new KustomizationReconciliation(
                new SpecStep(new SpecRemarks(environment.client()), check, healthExpressions),
                surroundings.sources(policy),
                steps,
                new Report(clock, drift::hasWoken));
        return new Kind<>(
                reconciliation,
                Stream.concat(surroundings.eventSources().stream(), Stream.of(drift.eventSource()))
                        .toList());
    }

    private static BuildStep.Loaders loaders(ControllerEnvironment environment, KustomizeOptions options) {
        ClusterConfigs configs = new ClusterConfigs(environment.client());
        return new BuildStep.Loaders(
                new VariableLoader(configs),
                new DecryptionKeys(
                        configs,
                        new KeyServices(clouds(environment, options)),
                        new DecryptionKeys.Own(environment.runtimeNamespace(), options.sopsAgeSecret()),
                        !options.enabled(Gate.SKIP_SOPS_MAC)));
    }

    /** Clouds are reached as everything outside is, their servers on this machine and network directly. */
    private static CloudKeys clouds(ControllerEnvironment environment, KustomizeOptions options) {
        TokenCache tokens = new TokenCache(
                options.shared().tokenCache().size(),
                options.shared().tokenCache().duration(),
                environment.clock());
        return new CloudKeys(
                new ServiceAccounts(environment.client()),
                options.decryptionServiceAccount(),
                new CloudEnvironment(
                        environment.variables(), Caller.over(HttpRoute.DIRECT), tokens, environment.clock()),
                Caller.over(new HttpRoute(
                        EnvironmentProxies.of(environment.variables()).proxies(), TlsConfig.SYSTEM)));
    }
}
