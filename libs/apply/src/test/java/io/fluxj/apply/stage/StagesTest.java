package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.apply.Waits;
import io.fluxj.apply.Yaml;
import io.fluxj.apply.prune.PruneOptions;
import io.fluxj.apply.prune.Pruner;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Golden scenario stages-crd. */
class StagesTest {
    private static final String DEFINITION_AND_INSTANCE = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: '{group}'}
            spec:
              group: '{ns}.corpus.test'
              scope: Namespaced
              names: {kind: Gadget, plural: gadgets, singular: gadget}
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            ---
            apiVersion: '{ns}.corpus.test/v1'
            kind: Gadget
            metadata: {name: one, namespace: '{ns}-sub'}
            spec: {a: 1}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: '{ns}-sub'}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: '{ns}:reader'}
            rules: []
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}-sub'}
            data: {k: "v"}
            """.replace("{group}", "gadgets.{ns}.corpus.test");

    @ClusterTest
    void bringsDefinitionNamespaceAndInstancesInOneGoAndTakesThemAwayInReverse(KubeCluster kube)
            throws InterruptedException {
        try (Team team = new Team(kube)) {
            var changes = team.apply(DEFINITION_AND_INSTANCE);

            assertThat(changes.changedLines()).isEqualTo("""
                    CustomResourceDefinition/gadgets.{ns}.corpus.test created
                    Namespace/{ns}-sub created
                    ClusterRole/{ns}:reader created
                    ConfigMap/{ns}-sub/a created
                    Gadget/{ns}-sub/one created""".replace("{ns}", team.namespace));

            Pruner pruner = new Pruner(team.cluster);
            var pruned = pruner.prune(changes.refs(), new PruneOptions(team.ownership, Set.of()));
            assertThat(pruned.changes().changedLines()).isEqualTo("""
                    Gadget/{ns}-sub/one deleted
                    ConfigMap/{ns}-sub/a deleted
                    ClusterRole/{ns}:reader deleted
                    Namespace/{ns}-sub deleted
                    CustomResourceDefinition/gadgets.{ns}.corpus.test deleted""".replace("{ns}", team.namespace));
            ObjectRef definition = changes.refs().getFirst();
            assertThat(pruner.awaitTermination(List.of(definition), Duration.ofMinutes(2), Waits.plain()))
                    .isEmpty();
        }
    }

    /** The embedded API does not look whether two definitions claim the same kind. */
    @ClusterTest(on = KubeTarget.KUBE_APISERVER)
    void stopsWhenADefinitionDoesNotBecomeReady(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            String taken = """
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: 'others.{ns}.corpus.test'}
                    spec:
                      group: '{ns}.corpus.test'
                      scope: Namespaced
                      names: {kind: Gadget, plural: others, singular: other}
                      versions:
                      - name: v1
                        served: true
                        storage: true
                        schema: {openAPIV3Schema: {type: object}}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a, namespace: '{ns}'}
                    """;
            team.apply(DEFINITION_AND_INSTANCE);

            assertThatThrownBy(() -> team.apply(taken)).isInstanceOfSatisfying(ApplyException.class, e -> {
                assertThat(e)
                        .hasMessageStartingWith(
                                "failed early due to stalled resources: [CustomResourceDefinition/others.");
                assertThat(e.applied().changes()).hasSize(1);
            });
            assertThat(team.cluster.get(team.configMap("a"))).isEmpty();
            List.of("gadgets", "others")
                    .forEach(plural -> team.cluster.delete(
                            ObjectRef.of(
                                    "apiextensions.k8s.io/v1",
                                    "CustomResourceDefinition",
                                    "",
                                    plural + "." + team.namespace + ".corpus.test"),
                            ""));
        }
    }

    @Test
    void sortsByWhatOthersNeed() {
        var stages =
                Stages.of(Yaml.objects("x", """
                        {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                        ---
                        {apiVersion: admissionregistration.k8s.io/v1, kind: MutatingWebhookConfiguration, metadata: {name: hook}}
                        ---
                        {apiVersion: demo.dev/v1, kind: Widget, metadata: {name: w}}
                        ---
                        {apiVersion: early.dev/v1, kind: First, metadata: {name: f}}
                        ---
                        {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
                        ---
                        {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: s}}
                        ---
                        {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}
                        ---
                        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}}
                        ---
                        {apiVersion: v1, kind: Namespace, metadata: {name: n}}
                        """).stream().map(Candidate::of).toList(), Set.of("First.early.dev"));

        assertThat(stages)
                .extracting(stage -> stage.candidates().stream()
                        .map(candidate -> candidate.ref().subject())
                        .toList())
                .containsExactly(
                        List.of("Namespace/n", "ClusterRole/r"),
                        List.of("StorageClass/s"),
                        List.of("First/f"),
                        List.of(
                                "ConfigMap/a",
                                "ConfigMap/b",
                                "Deployment/d",
                                "Widget/w",
                                "MutatingWebhookConfiguration/hook"));
        assertThat(stages).extracting(Stages.Stage::awaited).containsExactly(true, true, false, false);
    }
}
