package io.fluxj.cli.get;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;

/** {@code fluxj get}: the tables of flux, with its columns, headings and blanks. */
final class GetTest {
    private static final String APPS = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: apps
              labels: {team: web}
            spec:
              interval: 10m
              prune: true
              path: ./apps
              sourceRef: {kind: GitRepository, name: fleet}
            status:
              lastAppliedRevision: main@sha1:627d5c4bb67b77185f37e31d734b085019ff2951
              conditions:
              - type: Ready
                status: "True"
                reason: ReconciliationSucceeded
                message: 'Applied revision: main@sha1:627d5c4bb67b77185f37e31d734b085019ff2951'
                lastTransitionTime: "2026-01-01T00:00:00Z"
            """;
    private static final String INFRA = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: infra
            spec:
              interval: 10m
              prune: true
              suspend: true
              sourceRef: {kind: OCIRepository, name: infra, namespace: sources}
            """;
    private static final String REDIS = """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata:
              name: redis
            spec:
              interval: 10m
              chart:
                spec:
                  chart: redis
                  sourceRef: {kind: HelmRepository, name: charts}
            status:
              history:
              - chartName: redis
                chartVersion: 19.0.1
                digest: sha256:0000000000000000000000000000000000000000000000000000000000000001
                configDigest: sha256:0000000000000000000000000000000000000000000000000000000000000002
                firstDeployed: "2026-01-01T00:00:00Z"
                lastDeployed: "2026-01-01T00:00:00Z"
                name: redis
                namespace: default
                status: failed
                version: 1
              conditions:
              - type: Ready
                status: "False"
                reason: InstallFailed
                message: 'Helm install failed for release default/redis with chart redis@19.0.1: timeout'
                lastTransitionTime: "2026-01-01T00:00:00Z"
            """;

    @ClusterTest
    void printsNameRevisionSuspendedReadyAndMessage(KubeCluster cluster) {
        new Fleet(cluster).has(APPS + "---\n" + INFRA);

        CommandRun run = CommandRun.on(cluster, "get", "kustomizations");

        assertThat(run).isEqualTo(new CommandRun(0, """
                NAME \tREVISION          \tSUSPENDED\tREADY\tMESSAGE                            \s
                apps \tmain@sha1:627d5c4b\tFalse    \tTrue \tApplied revision: main@sha1:627d5c4b\t
                infra\t                  \tTrue     \tFalse\twaiting to be reconciled            \t
                """, ""));
    }

    @ClusterTest
    void understandsSingularPluralAndShortNames(KubeCluster cluster) {
        new Fleet(cluster).has(REDIS);
        CommandRun expected = new CommandRun(0, """
                NAME \tREVISION\tSUSPENDED\tREADY\tMESSAGE                                                                      \s
                redis\t19.0.1  \tFalse    \tFalse\tHelm install failed for release default/redis with chart redis@19.0.1: timeout\t
                """, "");

        for (String kind : new String[] {"helmrelease", "helmreleases", "hr"}) {
            assertThat(CommandRun.on(cluster, "get", kind, "redis")).isEqualTo(expected);
        }
    }

    @ClusterTest
    void addsTheNamespaceAndTheSourceWhereAskedTo(KubeCluster cluster) {
        new Fleet(cluster).has(INFRA);

        CommandRun run = CommandRun.on(cluster, "get", "ks", "infra", "-A", "--show-source", "--no-header");

        assertThat(run.out())
                .contains(cluster.namespace()
                        + "\tinfra\tOCIRepository/sources/infra\t\tTrue\tFalse\twaiting to be reconciled\t\n");
    }

    @ClusterTest
    void selectsByLabelAndByCondition(KubeCluster cluster) {
        new Fleet(cluster).has(APPS + "---\n" + INFRA);

        assertThat(names(CommandRun.on(cluster, "get", "ks", "--no-header", "-l", "team=web")))
                .containsExactly("apps");
        assertThat(names(CommandRun.on(cluster, "get", "ks", "--no-header", "-l", "team notin (web)")))
                .containsExactly("infra");
        assertThat(names(CommandRun.on(cluster, "get", "ks", "--no-header", "--status-selector", "ready=true")))
                .containsExactly("apps");
        assertThat(names(CommandRun.on(cluster, "get", "ks", "--no-header", "--status-selector", "Ready!=True")))
                .containsExactly("infra");
        assertThat(CommandRun.on(cluster, "get", "ks", "--status-selector", "Ready")
                        .err())
                .isEqualTo("✗ expected status selector in type=status or type!=status format, but found: Ready\n");
    }

    @ClusterTest
    void failsWhereNothingIs(KubeCluster cluster) {
        new Fleet(cluster).has(APPS);

        assertThat(CommandRun.on(cluster, "get", "kustomization", "apsp"))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "✗ Kustomization object 'apsp' not found in \"%s\" namespace; did you mean \"apps\"?\n"
                                .formatted(cluster.namespace())));
        assertThat(CommandRun.on(cluster, "get", "helmreleases"))
                .isEqualTo(new CommandRun(
                        1, "", "✗ no HelmRelease objects found in \"%s\" namespace\n".formatted(cluster.namespace())));
        assertThat(CommandRun.on(cluster, "get", "receiver", "absent", "-A").err())
                .isEqualTo("✗ Receiver object 'absent' not found in any namespace\n");
    }

    private static List<String> names(CommandRun run) {
        return run.out().lines().map(line -> line.split("[\t ]", 2)[0]).toList();
    }
}
