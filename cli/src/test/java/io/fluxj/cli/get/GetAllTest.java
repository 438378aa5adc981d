package io.fluxj.cli.get;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.cli.Fleet;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** {@code fluxj get all}: one table for each kind that has objects. */
final class GetAllTest {
    private static final String FLEET = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: fleet}
            spec: {interval: 1m, url: "https://git.example.com/fleet"}
            status:
              artifact:
                digest: sha256:0000000000000000000000000000000000000000000000000000000000000001
                lastUpdateTime: "2026-01-01T00:00:00Z"
                path: gitrepository/x/fleet/y.tar.gz
                revision: main@sha1:627d5c4bb67b77185f37e31d734b085019ff2951
                url: http://source-controller/y.tar.gz
              conditions:
              - {type: Ready, status: "True", reason: Succeeded, message: stored, lastTransitionTime: "2026-01-01T00:00:00Z"}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: HelmRepository
            metadata: {name: charts}
            spec: {type: oci, url: "oci://registry.example.com/charts"}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps}
            spec: {interval: 1m, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
            ---
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Provider
            metadata: {name: chat}
            spec: {type: slack, channel: general}
            ---
            apiVersion: notification.toolkit.fluxcd.io/v1beta3
            kind: Alert
            metadata: {name: chat}
            spec: {providerRef: {name: chat}, eventSources: [{kind: Kustomization, name: "*"}]}
            """;

    @ClusterTest
    void printsATableForEachKindThatHasObjects(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        CommandRun run = CommandRun.on(cluster, "get", "all");

        assertThat(run).isEqualTo(new CommandRun(0, """
                NAME               \tREVISION          \tSUSPENDED\tREADY\tMESSAGE
                gitrepository/fleet\tmain@sha1:627d5c4b\tFalse    \tTrue \tstored \t

                NAME                 \tREVISION\tSUSPENDED\tREADY\tMESSAGE                \s
                helmrepository/charts\t        \tFalse    \tTrue \tHelm repository is Ready\t

                NAME              \tREVISION\tSUSPENDED\tREADY\tMESSAGE                \s
                kustomization/apps\t        \tFalse    \tFalse\twaiting to be reconciled\t

                NAME         \tREADY\tMESSAGE         \s
                provider/chat\tTrue \tProvider is Ready\t

                NAME      \tSUSPENDED\tREADY\tMESSAGE      \s
                alert/chat\tFalse    \tTrue \tAlert is Ready\t

                """, ""));
    }

    @ClusterTest
    void showsOnlyProblemsWhereAskedTo(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        assertThat(CommandRun.on(cluster, "get", "all", "--problems")).isEqualTo(new CommandRun(0, """
                NAME              \tREVISION\tSUSPENDED\tREADY\tMESSAGE                \s
                kustomization/apps\t        \tFalse    \tFalse\twaiting to be reconciled\t

                """, ""));
        assertThat(CommandRun.on(cluster, "get", "sources", "all", "--problems"))
                .isEqualTo(new CommandRun(0, "", "✔ no problems found\n"));
    }

    @ClusterTest
    void hidesKindsOfWhichNothingIsSelected(KubeCluster cluster) {
        new Fleet(cluster).has(FLEET);

        assertThat(CommandRun.on(cluster, "get", "all", "--status-selector", "foo=bar"))
                .isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.on(cluster, "get", "images", "all")).isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.on(cluster, "get", "all", "--watch").err())
                .isEqualTo("✗ expected a single resource type, but found all\n");
    }
}
