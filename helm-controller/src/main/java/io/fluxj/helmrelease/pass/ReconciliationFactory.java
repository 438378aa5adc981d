package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.helm.render.HostAddresses;
import io.fluxj.helmrelease.Own;
import io.fluxj.helmrelease.chart.ChartSourceRule;
import io.fluxj.helmrelease.chart.ChartStep;
import io.fluxj.helmrelease.chart.GeneratedCharts;
import io.fluxj.helmrelease.history.Snapshots;
import io.fluxj.helmrelease.options.Gate;
import io.fluxj.helmrelease.options.HelmOptions;
import io.fluxj.helmrelease.release.NameService;
import io.fluxj.helmrelease.rules.ReleasePolicy;
import io.fluxj.helmrelease.values.UnreadValues;
import io.fluxj.helmrelease.values.ValuesStep;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.dependency.DependencyPolicy;
import io.fluxj.runtime.health.HealthExpressions;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.reference.Surroundings;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.source.SourcePolicy;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.target.TargetClusters;

/** Puts the steps together. */
public final class ReconciliationFactory {

    private ReconciliationFactory() {}

    /** The reconciliation of a controller. */
    public static HelmReleaseReconciliation create(
            ControllerEnvironment environment,
            HelmOptions options,
            Surroundings<HelmRelease, HelmReleaseStatus> surroundings,
            ArtifactCache artifacts) {
        SourcePolicy sourcePolicy = new SourcePolicy(
                options.acl().noCrossNamespaceRefs(),
                options.enabled(Gate.EXTERNAL_ARTIFACT),
                options.requeueDependency());
        Steps steps = new Steps(
                new GeneratedCharts(environment.client(), options.requeueDependency()),
                surroundings.dependencies(new DependencyPolicy(
                        options.requeueDependency(),
                        options.enabled(Gate.ADDITIVE_CEL_DEPENDENCY_CHECK),
                        DependencyPolicy.Events.REASON)),
                surroundings.sources(sources -> new ChartSourceRule(sources, sourcePolicy)),
                new ValuesStep(new SecretReader(environment.client())),
                new ChartStep(
                        artifacts, !options.enabled(Gate.DISABLE_CHART_DIGEST_TRACKING), options.requeueDependency()),
                new UnreadValues(options.enabled(Gate.TELL_UNREAD_VALUES)),
                new TargetStep(TargetClusters.of(environment, options.shared(), options.tenancy())));
        Sites sites = new Sites(
                new Snapshots(options.snapshotDigest()),
                new HealthExpressions(),
                environment.clock(),
                policy(options),
                options.enabled(Gate.CANCEL_HEALTH_CHECK_ON_NEW_REVISION));
        return new HelmReleaseReconciliation(
                steps,
                sites,
                new PlanMap(environment.client(), Own.MANAGER, "-release-plan"),
                options.enabled(Gate.USE_HELM_3_DEFAULTS));
    }

    private static ReleasePolicy policy(HelmOptions options) {
        return new ReleasePolicy(
                options.enabled(Gate.DEFAULT_TO_RETRY_ON_FAILURE),
                options.overrideManagers(),
                options.enabled(Gate.ALLOW_DNS_LOOKUPS) ? new NameService() : HostAddresses.NONE);
    }
}
