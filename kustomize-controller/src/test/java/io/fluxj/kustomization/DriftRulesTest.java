package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.Map;
import java.util.Objects;

/** {@code spec.ignore}: fields that others may change. */
final class DriftRulesTest {

    private static final Map<String, String> FILES = Map.of("a.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: "{ns}", labels: {team: red}}
            data: {k: mine}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: b, namespace: "{ns}"}
            data: {k: mine}
            """);

    @ClusterTest
    void leavesAloneWhatARuleIsFor(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(FILES);
            fixture.kustomization(
                    "app",
                    "path: ./, ignore: [{paths: [/data/k], target: {kind: Config.*, name: a|c, labelSelector: 'team in (red)'}}]");
            fixture.awaitApplied("app", revision);
            change(cluster, "a");
            change(cluster, "b");

            fixture.request("app", "again");

            fixture.awaitMessage(
                    "app", message -> message.equals("ConfigMap/" + fixture.namespace() + "/b configured"));
            assertThat(value(cluster, "a")).isEqualTo("theirs");
            assertThat(value(cluster, "b")).isEqualTo("mine");
        }
    }

    @ClusterTest
    void saysWhichRuleNobodyCanActOn(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            fixture.publish(FILES);
            fixture.kustomization("path", "path: ./, ignore: [{paths: [/data, data/k]}]");
            fixture.kustomization("target", "path: ./, ignore: [{paths: [/data], target: {name: 'a('}}]");

            assertThat(refusal(fixture, "path"))
                    .isEqualTo("spec.ignore[0].paths[1]: \"data/k\" is no JSON pointer: begin it with a slash, as in"
                            + " /spec/replicas");
            assertThat(refusal(fixture, "target"))
                    .startsWith("spec.ignore[0].target: the name 'a(' of a target is not a valid regular expression");
        }
    }

    private static String refusal(KustomizeFixture fixture, String name) {
        return fixture.awaitCondition(name, "Stalled", "True", "InvalidSpec").message();
    }

    private static void change(KubeCluster cluster, String name) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\": {\"k\": \"theirs\"}}");
    }

    private static String value(KubeCluster cluster, String name) {
        return Objects.requireNonNull(cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName(name)
                .get()
                .getData()
                .get("k"));
    }
}
