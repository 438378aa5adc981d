package io.fluxj.kustomization.pass;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.memory.DriftListener;
import io.fluxj.kustomization.build.BuildCache;
import io.fluxj.kustomization.build.ClusterConfigs;
import io.fluxj.kustomization.build.DecryptionKeys;
import io.fluxj.kustomization.build.KeyServices;
import io.fluxj.kustomization.kms.CloudKeys;
import io.fluxj.kustomization.kms.VaultLogins;
import io.fluxj.kustomization.options.Gate;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.manifest.postbuild.VariableLoader;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.apply.DriftWatch;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.dependency.DependencyPolicy;
import io.fluxj.runtime.dependency.DependencyStep;
import io.fluxj.runtime.health.HealthExpressions;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.reference.Surroundings;
import io.fluxj.runtime.source.SourcePolicy;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.target.TargetClusters;
import io.fluxj.sops.key.KeyException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the steps together. */
public final class ReconciliationFactory {

    private static final int REMEMBERED_OBJECTS = 200_000;

    private final ControllerEnvironment environment;
    private final KustomizeOptions options;
    private final Surroundings<Kustomization, KustomizationStatus> surroundings;
    private final DriftWatch<Kustomization> drift = new DriftWatch<>(Kustomization.class, Own.MARKERS);
    private final HealthExpressions healthExpressions = new HealthExpressions();
    private final AppliedMemory memory;
    private final TargetStep targets;

    private ReconciliationFactory(
            ControllerEnvironment environment,
            KustomizeOptions options,
            Surroundings<Kustomization, KustomizationStatus> surroundings) {
        this.environment = environment;
        this.options = options;
        this.surroundings = surroundings;
        this.memory = environment
                .resources()
                .keep(AppliedMemory.watching(
                        REMEMBERED_OBJECTS,
                        options.enabled(Gate.CORRECT_DRIFT_AT_ONCE) ? drift : DriftListener.none()));
        this.targets = new TargetStep(TargetClusters.of(environment, options.shared(), options.tenancy(), memory));
    }

    /** The kind of a controller. */
    public static Kind<Kustomization, KustomizationStatus> create(
            ControllerEnvironment environment,
            KustomizeOptions options,
            Surroundings<Kustomization, KustomizationStatus> surroundings,
            ArtifactCache artifacts,
            BuildCache builds) {
        return new ReconciliationFactory(environment, options, surroundings).kind(artifacts, builds);
    }

    private Kind<Kustomization, KustomizationStatus> kind(ArtifactCache artifacts, BuildCache builds) {
        Feasibility check = new Feasibility(new GatedFields(options));
        ApplyStep apply = new ApplyStep(
                memory,
                options.apply(),
                new ApplyStep.Gates(options.enabled(Gate.MIGRATE_API_VERSION), options.enabled(Gate.GROUP_CHANGE_LOG)));
        BuildStep build = new BuildStep(artifacts, builds, loaders(), targets, options.requeueDependency());
        KustomizationReconciliation reconciliation = new KustomizationReconciliation(
                new SpecStep(new SpecRemarks(environment.client()), check, healthExpressions),
                surroundings.sources(sourcePolicy()),
                steps(build, apply, check),
                new PlanStep(apply, new PlanMap(environment.client(), "kustomize-controller", "-plan")),
                new Report(environment.clock(), drift::hasWoken));
        return new Kind<>(
                reconciliation,
                Stream.concat(surroundings.eventSources().stream(), Stream.of(drift.eventSource()))
                        .toList());
    }

    private Steps steps(BuildStep build, ApplyStep apply, Feasibility check) {
        DependencyStep<Kustomization, KustomizationStatus> dependencies =
                surroundings.dependencies(new DependencyPolicy(
                        options.requeueDependency(),
                        options.enabled(Gate.ADDITIVE_CEL_DEPENDENCY_CHECK),
                        DependencyPolicy.Events.SUMMARY));
        DeletionStep.Order order = options.enabled(Gate.DELETE_IN_REVERSE_ORDER)
                ? pass -> dependencies.requireUndepended(pass, surroundings.dependentsOf(pass.object()))
                : pass -> {};
        boolean failFast = !options.enabled(Gate.DISABLE_FAIL_FAST_BEHAVIOR);
        return new Steps(
                dependencies,
                targets,
                build,
                apply,
                new PruneStep(new PruneGuard(options.prune().percent())),
                new HealthStep(failFast, healthExpressions, memory, environment.clock()),
                new DeletionStep(targets, check, order));
    }

    private SourcePolicy sourcePolicy() {
        return new SourcePolicy(
                options.acl().noCrossNamespaceRefs(),
                options.enabled(Gate.EXTERNAL_ARTIFACT),
                options.requeueDependency());
    }

    private BuildStep.Loaders loaders() {
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
        Caller caller = Caller.over(
                new HttpRoute(EnvironmentProxies.of(environment.variables()).proxies(), TlsConfig.SYSTEM));
        return new CloudKeys(
                new ServiceAccounts(environment.client()),
                options.decryptionServiceAccount(),
                new CloudEnvironment(
                        environment.variables(), Caller.over(HttpRoute.DIRECT), tokens, environment.clock()),
                caller,
                vaults(environment, options, caller, tokens));
    }

    private static Optional<VaultLogins> vaults(
            ControllerEnvironment environment, KustomizeOptions options, Caller caller, TokenCache tokens) {
        String name = options.sopsVaultConfigMap();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        return Optional.of(
                new VaultLogins(() -> vaultSettings(environment, name), caller, tokens, environment.clock(), client));
    }

    private static Optional<String> vaultSettings(ControllerEnvironment environment, String name) throws KeyException {
        try {
            return Optional.ofNullable(environment
                            .client()
                            .configMaps()
                            .inNamespace(environment.runtimeNamespace())
                            .withName(name)
                            .get())
                    .map(ConfigMap::getData)
                    .map(data -> data.get("config.yaml"));
        } catch (KubernetesClientException refused) {
            throw new KeyException("the ConfigMap of --sops-vault-configmap cannot be read: " + refused.getMessage());
        }
    }
}
