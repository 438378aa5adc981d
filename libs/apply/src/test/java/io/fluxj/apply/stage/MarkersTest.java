package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.Action;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.Team;
import io.fluxj.apply.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Set;

/** Golden scenario ssa-annotations. */
class MarkersTest {
    private static final String SET = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: 'off', namespace: '{ns}', annotations: {test.dev/reconcile: disabled}}
            data: {k: "v"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: exists, namespace: '{ns}', annotations: {test.dev/ssa: IfNotPresent}}
            data: {k: "v"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: merged, namespace: '{ns}', annotations: {test.dev/ssa: Merge}}
            data: {k: "v"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: fresh, namespace: '{ns}', annotations: {test.dev/ssa: IfNotPresent}}
            data: {k: "v"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: ignored, namespace: '{ns}', annotations: {test.dev/ssa: Ignore}}
            data: {k: "v"}
            """;
    private static final String THERE_ALREADY = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: exists, namespace: '{ns}'}
            data: {k: kept}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: merged, namespace: '{ns}'}
            data: {mine: kept}
            """;

    @ClusterTest
    void everyObjectIsTreatedAsItAsks(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.appliedBy("scenario", THERE_ALREADY);

            ChangeSet first = team.apply(SET);
            assertThat(first.changedLines()).isEqualTo("""
                    ConfigMap/{ns}/fresh created
                    ConfigMap/{ns}/merged configured""".replace("{ns}", team.namespace));
            assertThat(first.refs(Set.of(Action.SKIPPED)))
                    .containsExactly(team.configMap("exists"), team.configMap("ignored"), team.configMap("off"));
            assertThat(team.managers(team.configMap("merged"))).containsExactly("deployer/Apply", "scenario/Apply");

            ChangeSet second = team.apply(SET.replace("k: \"v\"", "k: \"2\""));
            assertThat(second.changedLines()).isEqualTo("ConfigMap/" + team.namespace + "/merged configured");
            assertThat(second.refs()).hasSize(5);
            assertThat(team.live(team.configMap("exists")).path("data")).isEqualTo(Yaml.tree("{k: kept}"));
            assertThat(team.live(team.configMap("fresh")).path("data")).isEqualTo(Yaml.tree("{k: v}"));
            assertThat(team.live(team.configMap("merged")).path("data")).isEqualTo(Yaml.tree("{k: '2', mine: kept}"));
            assertThat(team.cluster.get(team.configMap("off"))).isEmpty();
            assertThat(team.cluster.get(team.configMap("ignored"))).isEmpty();
        }
    }

    @ClusterTest
    void aLiveObjectCanAskToBeLeftAlone(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            String wanted = """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a, namespace: '{ns}'}
                    data: {k: "v"}
                    """;
            team.apply(wanted);
            team.patchedBy("admin", team.configMap("a"), """
                    [{op: add, path: /metadata/labels/test.dev~1reconcile, value: Disabled},
                     {op: replace, path: /data/k, value: hand}]""");

            assertThat(team.apply(wanted).refs(Set.of(Action.SKIPPED))).containsExactly(team.configMap("a"));
            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: hand}"));
        }
    }
}
