package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.Metadata;
import io.fluxj.apply.Team;
import io.fluxj.apply.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;

/** Golden scenario immutable. */
class ImmutableFieldTest {
    private static final String FIRST = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            data: {k: "1"}
            immutable: true
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: b, namespace: '{ns}'}
            data: {k: "v"}
            """;
    private static final String SECOND = FIRST.replace("k: \"1\"", "k: \"2\"");

    @ClusterTest
    void saysWhichFieldCannotBeChanged(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST);

            assertThatThrownBy(() -> team.apply(SECOND))
                    .isInstanceOf(ApplyException.class)
                    .hasMessage(
                            "ConfigMap/" + team.namespace + "/a dry-run failed (Invalid): ConfigMap \"a\" is invalid: "
                                    + "data: Forbidden: field is immutable when `immutable` is set");
            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: '1'}"));
        }
    }

    @ClusterTest
    void replacesTheObjectByForce(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST);
            String uid = Metadata.text(team.live(team.configMap("a")), "uid");

            var changes = team.apply(SECOND, team.options().withForce(true));

            assertThat(changes.changedLines()).isEqualTo("ConfigMap/" + team.namespace + "/a created");
            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: '2'}"));
            assertThat(Metadata.text(team.live(team.configMap("a")), "uid")).isNotEqualTo(uid);
        }
    }

    @ClusterTest
    void replacesTheObjectThatAsksForIt(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST);

            var changes = team.apply(SECOND.replace(
                    "name: a, namespace: '{ns}'", "name: a, namespace: '{ns}', labels: {test.dev/force: Enabled}"));

            assertThat(changes.changedLines()).isEqualTo("ConfigMap/" + team.namespace + "/a created");
        }
    }

    @ClusterTest
    void doesNotDeleteAnythingWhileAnotherObjectIsRefused(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST);

            String refused = SECOND + """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web, namespace: '{ns}'}
                    spec: {selector: {app: web}, ports: [{port: 0}]}
                    """;
            assertThatThrownBy(() -> team.apply(refused, team.options().withForce(true)))
                    .isInstanceOf(ApplyException.class);
            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: '1'}"));
        }
    }
}
