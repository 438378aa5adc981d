package io.fluxj.cli.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.FakeController;
import io.fluxj.cli.Fleet;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.Objects;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;

/** {@code fluxj suspend}, {@code resume} and {@code delete}: by name, several at once, all of a namespace; in flux's words. */
final class SuspendResumeDeleteTest {
    private static final String TWO = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: infra}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            """;

    @ClusterTest
    void suspendsByNameAndTellsOfThoseThatAreNotThere(KubeCluster cluster) {
        new Fleet(cluster).has(TWO);

        assertThat(CommandRun.on(cluster, "suspend", "kustomization", "apps", "foo"))
                .isEqualTo(new CommandRun(1, "", """
                        ✗ Kustomization foo not found in %1$s namespace
                        ► suspending kustomization apps in %1$s namespace
                        ✔ kustomization suspended
                        """.formatted(cluster.namespace())));
        assertThat(suspended(cluster, "apps")).isEqualTo(true);
        assertThat(suspended(cluster, "infra")).isNull();
    }

    @ClusterTest
    void resumesOneAndWaitsForIt(KubeCluster cluster) {
        new Fleet(cluster).has(TWO);
        CommandRun.on(cluster, "suspend", "ks", "--all");

        FakeController controller = FakeController.succeeding(
                cluster, FluxKind.KUSTOMIZATION, Map.of("lastAppliedRevision", "main@sha1:1234"));
        try (controller) {
            assertThat(CommandRun.on(cluster, "resume", "kustomization", "apps"))
                    .isEqualTo(new CommandRun(0, "", """
                            ► resuming kustomization apps in %s namespace
                            ✔ kustomization resumed
                            ◎ waiting for Kustomization reconciliation
                            ✔ Kustomization apps reconciliation completed
                            ✔ applied revision main@sha1:1234
                            """.formatted(cluster.namespace())));
            assertThat(suspended(cluster, "apps")).isEqualTo(false);
            assertThat(suspended(cluster, "infra")).isEqualTo(true);
        }
    }

    @ClusterTest
    void resumesAllWithoutWaiting(KubeCluster cluster) {
        new Fleet(cluster).has(TWO);
        CommandRun.on(cluster, "suspend", "ks", "--all");

        assertThat(CommandRun.on(cluster, "resume", "kustomization", "--all").err())
                .isEqualTo("""
                        ► resuming kustomization apps in %1$s namespace
                        ✔ kustomization resumed
                        ► resuming kustomization infra in %1$s namespace
                        ✔ kustomization resumed
                        """.formatted(cluster.namespace()));
        assertThat(CommandRun.on(cluster, "resume", "source", "oci", "--all").err())
                .isEqualTo("✗ no OCIRepository objects found in %s namespace\n".formatted(cluster.namespace()));
        assertThat(CommandRun.on(cluster, "suspend", "source", "git").err())
                .isEqualTo("✗ source git name is required\n");
    }

    @ClusterTest
    void deletesAfterAQuestionOnly(KubeCluster cluster) {
        new Fleet(cluster).has(TWO);
        Map<String, String> environment =
                Map.of("KUBECONFIG", cluster.kubeconfig().toString(), "FLUX_SYSTEM_NAMESPACE", cluster.namespace());

        assertThat(CommandRun.run(environment, "n\n", "delete", "kustomization", "apps")
                        .err())
                .isEqualTo("Are you sure you want to delete this kustomization? [y/N] ✗ aborting\n");
        assertThat(suspended(cluster, "apps")).isNull();
        assertThat(CommandRun.run(environment, "y\n", "delete", "kustomization", "apps")
                        .code())
                .isZero();
        assertThat(CommandRun.on(cluster, "delete", "kustomization", "infra", "--silent")
                        .err())
                .isEqualTo("""
                        ► deleting kustomization infra in %s namespace
                        ✔ kustomization deleted
                        """.formatted(cluster.namespace()));
        assertThat(CommandRun.on(cluster, "get", "ks").code()).isEqualTo(1);
    }

    private static Object suspended(KubeCluster cluster, String name) {
        return cluster.client()
                .genericKubernetesResources(Objects.definition(FluxKind.KUSTOMIZATION))
                .inNamespace(cluster.namespace())
                .withName(name)
                .require()
                .get("spec", "suspend");
    }
}
