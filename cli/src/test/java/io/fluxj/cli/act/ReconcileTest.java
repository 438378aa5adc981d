package io.fluxj.cli.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.FakeController;
import io.fluxj.cli.Fleet;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;
import java.util.Map;

/** {@code fluxj reconcile}: asks by annotation, waits, and says what came of it in flux's words. */
final class ReconcileTest {
    private static final String REVISION = "main@sha1:627d5c4bb67b77185f37e31d734b085019ff2951";
    private static final Map<String, Object> FETCHED = Map.of(
            "artifact",
            Map.of(
                    "digest", "sha256:0000000000000000000000000000000000000000000000000000000000000001",
                    "lastUpdateTime", "2026-01-01T00:00:00Z",
                    "path", "x/y.tar.gz",
                    "revision", REVISION,
                    "url", "http://source-controller/y.tar.gz"));
    private static final Map<String, Object> APPLIED = Map.of("lastAppliedRevision", REVISION);
    private static final String FLEET = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet-infra}
            spec: {interval: 1m, url: "https://git.example.com/fleet"}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: payments-api}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet-infra}}
            """;
    private static final String REDIS = """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: redis}
            spec: {interval: 10m, chartRef: {kind: OCIRepository, name: redis}}
            """;

    @ClusterTest
    void printsTheRevisionThatWasFetched(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        FakeController controller = FakeController.succeeding(cluster, FluxKind.GIT_REPOSITORY, FETCHED);
        try (controller) {
            assertThat(CommandRun.on(cluster, "reconcile", "source", "git", "fleet-infra"))
                    .isEqualTo(new CommandRun(0, "", fetched(cluster)));
        }
    }

    @ClusterTest
    void reconcilesTheSourceFirstWhereAskedTo(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        FakeController sources = FakeController.succeeding(cluster, FluxKind.GIT_REPOSITORY, FETCHED);
        FakeController controller = FakeController.succeeding(cluster, FluxKind.KUSTOMIZATION, APPLIED);
        try (sources;
                controller) {
            assertThat(CommandRun.on(cluster, "reconcile", "kustomization", "payments-api", "--with-source"))
                    .isEqualTo(new CommandRun(0, "", fetched(cluster) + applied(cluster)));
            assertThat(CommandRun.on(cluster, "reconcile", "ks", "payments-api"))
                    .isEqualTo(new CommandRun(0, "", applied(cluster)));
        }
    }

    @ClusterTest
    void failsWhereTheObjectIsNotReadyAfterwards(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        FakeController controller =
                FakeController.failing(cluster, FluxKind.KUSTOMIZATION, "kustomize build failed: x");
        try (controller) {
            assertThat(CommandRun.on(cluster, "reconcile", "kustomization", "payments-api"))
                    .isEqualTo(new CommandRun(1, "", """
                            ► annotating Kustomization payments-api in %s namespace
                            ✔ Kustomization annotated
                            ◎ waiting for Kustomization reconciliation
                            ✗ Kustomization reconciliation failed: 'kustomize build failed: x'
                            """.formatted(cluster.namespace())));
        }
    }

    @ClusterTest
    void endsWhereNobodyAnswersInTime(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        CommandRun run = CommandRun.on(cluster, "reconcile", "kustomization", "payments-api", "--timeout=1ms");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .endsWith(
                        "✗ Kustomization payments-api in %1$s namespace was not done within 1ms; see 'fluxj why kustomization payments-api -n %1$s'\n"
                                .formatted(cluster.namespace()));
    }

    @ClusterTest
    void marksAReleaseForForceAndReset(KubeCluster cluster) {
        new Fleet(cluster).has(REDIS);

        FakeController controller = FakeController.succeeding(
                cluster, FluxKind.HELM_RELEASE, Map.of("history", List.of(release(1)), "storageNamespace", "default"));
        try (controller) {
            CommandRun forced = CommandRun.on(cluster, "reconcile", "helmrelease", "redis", "--force", "--reset");
            assertThat(forced.err()).endsWith("✔ applied revision 19.0.1\n");
            var annotations = cluster.client()
                    .genericKubernetesResources(Objects.definition(FluxKind.HELM_RELEASE))
                    .inNamespace(cluster.namespace())
                    .withName("redis")
                    .get()
                    .getMetadata()
                    .getAnnotations();
            String token = annotations.get("reconcile.fluxcd.io/requestedAt");
            assertThat(token).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z");
            assertThat(annotations)
                    .containsEntry("reconcile.fluxcd.io/forceAt", token)
                    .containsEntry("reconcile.fluxcd.io/resetAt", token);
            assertThat(CommandRun.on(cluster, "reconcile", "hr", "redis").err())
                    .endsWith("✔ the release was in sync already; --force upgrades it nonetheless\n");
        }
    }

    @ClusterTest
    void refusesWhatIsSuspendedOrAbsent(KubeCluster cluster) {
        new Fleet(cluster)
                .has(FLEET.replace("spec: {interval: 1m, prune", "spec: {suspend: true, interval: 1m, prune"));

        assertThat(CommandRun.on(cluster, "reconcile", "kustomization", "payments-api"))
                .isEqualTo(new CommandRun(1, "", "✗ resource is suspended\n"));
        assertThat(CommandRun.on(cluster, "reconcile", "source", "git", "fleet-infar")
                        .err())
                .isEqualTo(
                        "✗ GitRepository object 'fleet-infar' not found in \"%s\" namespace; did you mean \"fleet-infra\"?\n"
                                .formatted(cluster.namespace()));
        assertThat(CommandRun.on(cluster, "reconcile", "kustomization").err())
                .isEqualTo("✗ Kustomization name is required\n");
    }

    private static Map<String, Object> release(int version) {
        return Map.of(
                "chartName", "redis",
                "chartVersion", "19.0.1",
                "digest", "sha256:0000000000000000000000000000000000000000000000000000000000000001",
                "configDigest", "sha256:0000000000000000000000000000000000000000000000000000000000000002",
                "firstDeployed", "2026-01-01T00:00:00Z",
                "lastDeployed", "2026-01-01T00:00:00Z",
                "name", "redis",
                "namespace", "default",
                "status", "deployed",
                "version", version);
    }

    private static String fetched(KubeCluster cluster) {
        return """
                ► annotating GitRepository fleet-infra in %s namespace
                ✔ GitRepository annotated
                ◎ waiting for GitRepository reconciliation
                ✔ fetched revision %s
                """.formatted(cluster.namespace(), REVISION);
    }

    private static String applied(KubeCluster cluster) {
        return """
                ► annotating Kustomization payments-api in %s namespace
                ✔ Kustomization annotated
                ◎ waiting for Kustomization reconciliation
                ✔ applied revision %s
                """.formatted(cluster.namespace(), REVISION);
    }
}
