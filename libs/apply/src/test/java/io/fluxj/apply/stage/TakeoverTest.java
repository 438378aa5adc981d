package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.Team;
import io.fluxj.apply.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** Golden scenario takeover-kubectl. */
class TakeoverTest {
    private static final String WANTED = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            data: {k: "v"}
            """;
    private static final String FORMER = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
              namespace: '{ns}'
              annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}", note: stays}
              labels: {fluxcd.io/sync-gc-mark: x}
            data: {k: o, old: x}
            """;

    @ClusterTest
    void removesWhatKubectlHadApplied(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.appliedBy("kubectl", FORMER);

            assertThat(team.apply(WANTED).changedLines()).isEqualTo("ConfigMap/" + team.namespace + "/a configured");
            var live = team.live(team.configMap("a"));
            assertThat(live.path("data")).isEqualTo(Yaml.tree("{k: v}"));
            assertThat(live.path("metadata").has("annotations")).isFalse();
            assertThat(live.path("metadata").path("labels").has("fluxcd.io/sync-gc-mark"))
                    .isFalse();
            assertThat(team.managers(team.configMap("a"))).containsExactly("deployer/Apply");
        }
    }

    @ClusterTest
    void takesOverEvenWhenNothingElseDiffers(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(WANTED);
            team.appliedBy("kubectl-client-side", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a, namespace: '{ns}'}
                    data: {k: "v"}
                    """);

            assertThat(team.apply(WANTED).changedLines()).endsWith("/a configured");
            assertThat(team.managers(team.configMap("a"))).containsExactly("deployer/Apply");
        }
    }

    @ClusterTest
    void leavesOtherManagersTheirFields(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.appliedBy("neighbour", FORMER);

            team.apply(WANTED);

            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: v, old: x}"));
            assertThat(team.managers(team.configMap("a"))).containsExactly("deployer/Apply", "neighbour/Apply");
        }
    }

    @ClusterTest
    void leavesManagersAloneWhenTheObjectSaysSo(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.appliedBy("kubectl", FORMER);

            team.apply(WANTED.replace("namespace: '{ns}'", "namespace: '{ns}', annotations: {test.dev/ssa: Merge}"));

            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: v, old: x}"));
            assertThat(team.managers(team.configMap("a"))).containsExactly("deployer/Apply", "kubectl/Apply");
        }
    }
}
