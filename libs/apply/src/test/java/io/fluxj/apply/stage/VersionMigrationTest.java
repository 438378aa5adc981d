package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** A kind whose objects were written in a version that knows fewer fields than the one that is stored now. */
class VersionMigrationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NEW_FIELD = ", nulls: {type: string, default: Ignore}";
    private static final String KEY = """
            apiVersion: '{ns}.orchard.test/%s'
            kind: Key
            metadata: {name: one, namespace: '{ns}'}
            spec: {interval: %s, from: [{key: a}]}
            """;

    @ClusterTest
    void bringsEntriesToTheVersionOfTheManifest(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            define(team, version("v1beta1", true, ""));
            eventually(() -> team.appliedBy("someone", KEY.formatted("v1beta1", "1h")));
            define(team, version("v1beta1", false, "") + version("v1", true, ""));
            eventually(() -> team.apply(KEY.formatted("v1", "1h")));
            define(team, version("v1beta1", false, "") + version("v1", true, NEW_FIELD));
            String changed = KEY.formatted("v1", "2h");
            if (kube.isReal()) {
                eventually(() -> assertThat(
                                team.live(key(team)).at("/spec/from/0/nulls").asText())
                        .isEqualTo("Ignore"));
                assertThatThrownBy(() -> team.apply(changed)).hasMessageContaining("field not declared in schema");
            }

            team.apply(
                    changed,
                    team.options().withTakeover(team.options().takeover().withVersions(true)));

            assertThat(team.live(key(team)).at("/spec/interval").asText()).isEqualTo("2h");
            assertThat(team.managers(key(team))).contains("deployer/Apply");
        }
    }

    /** A definition takes a moment to be in force. */
    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(assertion);
    }

    private static ObjectRef key(Team team) {
        return new ObjectRef(team.namespace + ".orchard.test", "v1", "Key", team.namespace, "one");
    }

    private static String version(String name, boolean stored, String more) {
        return "  - {name: " + name + ", served: true, storage: " + stored
                + ", schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties:"
                + " {interval: {type: string}, from: {type: array, items: {type: object, properties:"
                + " {key: {type: string}" + more + "}}}}}}}}}\n";
    }

    private static void define(Team team, String versions) {
        team.appliedBy("definer", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: 'keys.{ns}.orchard.test'}
                spec:
                  group: '{ns}.orchard.test'
                  names: {kind: Key, listKind: KeyList, plural: keys, singular: key}
                  scope: Namespaced
                  versions:
                """ + versions);
    }
}
