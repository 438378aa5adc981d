package io.fluxj.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a Secret gave to a variable is in no message, whoever says it about the text that it was put into. */
final class ConcealedVariablesTest {

    private static final String SECRET = "hunter2-Is_Long";

    private record Case(String value, String manifest, String reason) {}

    private static final Map<String, Case> CASES = Map.of(
            "alias", new Case("*" + SECRET, object("k: ${V}"), "BuildFailed"),
            "anchor", new Case("&" + SECRET + " *" + SECRET, object("k: ${V}"), "BuildFailed"),
            "tag", new Case("!<" + SECRET + " x", object("k: ${V}"), "BuildFailed"),
            "quote", new Case("'" + SECRET, object("k: ${V}"), "BuildFailed"),
            "key", new Case(SECRET + " with blanks", object("\"${V}\": x"), "ReconciliationFailed"),
            "name", new Case(SECRET, """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${V}", namespace: "{ns}"}
                    """, "ReconciliationFailed"),
            "upper", new Case(SECRET, """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${V^^}", namespace: "{ns}"}
                    """, "ReconciliationFailed"),
            "label", new Case("/" + SECRET + "/", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: label, namespace: "{ns}", labels: {l: "${V}"}}
                    """, "ReconciliationFailed"),
            "short", new Case("Xy_z", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${V}", namespace: "{ns}"}
                    """, "ReconciliationFailed"));

    /** Where the one that complains quotes the value. */
    private static final Set<String> QUOTED = Set.of("alias", "key", "name", "upper", "label", "short");

    private static String object(String data) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, namespace: "{ns}"}
                data:
                """ + "  " + data + "\n";
    }

    @ClusterTest
    void isNeitherInConditionsNorInEventsNorInTheLog(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster);
                CapturedLog log = CapturedLog.start()) {
            Map<String, String> files = new java.util.TreeMap<>();
            CASES.forEach((name, one) -> files.put(name + "/a.yaml", one.manifest()));
            fixture.publish(files);
            for (Map.Entry<String, Case> one : CASES.entrySet()) {
                secret(cluster, one.getKey(), one.getValue().value());
                fixture.kustomization(
                        one.getKey(),
                        "path: %s, postBuild: {substituteFrom: [{kind: Secret, name: %s}]}"
                                .formatted(one.getKey(), one.getKey()));
            }
            for (Map.Entry<String, Case> one : CASES.entrySet()) {
                String message = fixture.awaitCondition(
                                one.getKey(), "Ready", "False", one.getValue().reason())
                        .message();
                if (QUOTED.contains(one.getKey())) {
                    assertThat(message).contains("*****");
                }
                await(one.getKey()).atMost(KustomizeFixture.PATIENCE).until(() -> !fixture.messages(one.getKey())
                        .isEmpty());
            }
            assertThat(said(cluster, fixture, log))
                    .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("hunter2"))
                    .noneMatch(text -> text.contains("Xy_z"));
        }
    }

    @ClusterTest
    void doesNotHideWhatCameFromAConfigMapOrWhatTheObjectShows(KubeCluster cluster) throws Exception {
        try (KustomizeFixture fixture = KustomizeFixture.start(cluster)) {
            String revision = fixture.publish(Map.of("production/a.yaml", object("k: \"${E}\""), "b/b.yaml", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${V}", namespace: "{ns}"}
                    """));
            cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("vars")
                            .withNamespace(fixture.namespace())
                            .endMetadata()
                            .withData(Map.of("V", "Seen_By_All"))
                            .build())
                    .create();
            fixture.kustomization("plain", "path: b, postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}");
            secret(cluster, "vars", "main");
            fixture.kustomization("app", "path: production, postBuild: {substituteFrom: [{kind: Secret, name: vars}]}");
            cluster.client()
                    .secrets()
                    .inNamespace(fixture.namespace())
                    .withName("vars")
                    .edit(secret -> new SecretBuilder(secret)
                            .addToStringData("E", "production")
                            .build());
            fixture.request("app", "again");

            assertThat(fixture.awaitCondition("plain", "Ready", "False", "ReconciliationFailed")
                            .message())
                    .contains("Seen_By_All");
            fixture.awaitApplied("app", revision);
            assertThat(fixture.awaitCondition("app", "Ready", "True", "ReconciliationSucceeded")
                            .message())
                    .isEqualTo("Applied revision: " + revision);
        }
    }

    private static void secret(KubeCluster cluster, String name, String value) {
        cluster.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(cluster.namespace())
                        .endMetadata()
                        .withStringData(Map.of("V", value))
                        .build())
                .create();
    }

    private static List<String> said(KubeCluster cluster, KustomizeFixture fixture, CapturedLog log) {
        List<String> said = new ArrayList<>(log.lines());
        CASES.keySet().forEach(name -> {
            said.addAll(fixture.messages(name));
            said.add(String.valueOf(fixture.get(name).getStatus()));
        });
        cluster.client().v1().events().inNamespace(cluster.namespace()).list().getItems().stream()
                .map(event -> event.getMessage())
                .forEach(said::add);
        return said;
    }
}
