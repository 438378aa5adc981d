package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.Team;
import io.fluxj.apply.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.List;

/** Fields that others may change. */
final class IgnoredFieldsTest {

    private static final String FIRST = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            data: {mine: "1", theirs: "1"}
            """;
    private static final String SECOND = FIRST.replace("mine: \"1\"", "mine: \"2\"");
    private static final String SCALED = """
            [{op: replace, path: /data/theirs, value: "7"}]""";

    @ClusterTest
    void theirDriftIsNoReasonToApply(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST, ignoring(team, "/data/theirs"));
            team.patchedBy("scaler", team.configMap("a"), SCALED);

            assertThat(team.apply(FIRST, ignoring(team, "/data/theirs")).changedAnything())
                    .isFalse();
            assertThat(data(team)).isEqualTo(Yaml.tree("{mine: '1', theirs: '7'}"));
        }
    }

    @ClusterTest
    void anApplyForAnotherReasonKeepsThem(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST, ignoring(team, "/data/theirs"));
            team.patchedBy("scaler", team.configMap("a"), SCALED);

            assertThat(team.apply(SECOND, ignoring(team, "/data/theirs")).changedAnything())
                    .isTrue();
            assertThat(data(team)).isEqualTo(Yaml.tree("{mine: '2', theirs: '7'}"));
            assertThat(team.apply(SECOND, ignoring(team, "/data/theirs")).changedAnything())
                    .isFalse();
        }
    }

    @ClusterTest
    void whatOthersTookAwayStaysAway(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST, ignoring(team, "/data/theirs"));
            team.patchedBy("scaler", team.configMap("a"), "[{op: remove, path: /data/theirs}]");

            team.apply(SECOND, ignoring(team, "/data/theirs"));

            assertThat(data(team)).isEqualTo(Yaml.tree("{mine: '2'}"));
        }
    }

    @ClusterTest
    void whatAnotherAppliesIsLeftToIt(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST, ignoring(team, "/data/theirs"));
            team.appliedBy("neighbour", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a, namespace: '{ns}'}
                    data: {theirs: "9"}
                    """);

            team.apply(SECOND, ignoring(team, "/data/theirs"));

            assertThat(data(team)).isEqualTo(Yaml.tree("{mine: '2', theirs: '9'}"));
            assertThat(ownFields(team).has("f:theirs")).isFalse();
        }
    }

    @ClusterTest
    void whatKubectlLeftIsTakenOverWithTheValueItHas(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST, ignoring(team, "/data/theirs"));
            team.patchedBy("kubectl-edit", team.configMap("a"), SCALED);

            team.apply(FIRST, ignoring(team, "/data/theirs"));

            assertThat(data(team)).isEqualTo(Yaml.tree("{mine: '1', theirs: '7'}"));
            assertThat(team.managers(team.configMap("a"))).containsExactly("deployer/Apply");
        }
    }

    @ClusterTest
    void aWholeObjectIsOnlyCreated(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            assertThat(team.apply(FIRST, ignoring(team, "")).changedLines()).endsWith("created");

            assertThat(team.apply(SECOND, ignoring(team, "")).changedAnything()).isFalse();
            assertThat(data(team)).isEqualTo(Yaml.tree("{mine: '1', theirs: '1'}"));
        }
    }

    @ClusterTest
    void aFieldThatIsNoLongerIgnoredIsPutRight(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(FIRST, ignoring(team, "/data/theirs"));
            team.patchedBy("scaler", team.configMap("a"), SCALED);
            team.apply(FIRST, ignoring(team, "/data/theirs"));

            team.apply(FIRST);

            assertThat(data(team)).isEqualTo(Yaml.tree("{mine: '1', theirs: '1'}"));
        }
    }

    private static ApplyOptions ignoring(Team team, String pointer) {
        List<JsonPointer> fields = List.of(JsonPointer.compile(pointer));
        ApplyOptions options = team.options();
        return options.withTakeover(options.takeover().withIgnored(new IgnoredFields(pointer, manifest -> fields)));
    }

    private static JsonNode data(Team team) {
        return team.live(team.configMap("a")).path("data");
    }

    private static JsonNode ownFields(Team team) {
        for (JsonNode entry : team.live(team.configMap("a")).path("metadata").path("managedFields")) {
            if (entry.path("manager").asText().equals("deployer")) {
                return entry.path("fieldsV1").path("f:data");
            }
        }
        throw new AssertionError("owns nothing");
    }
}
