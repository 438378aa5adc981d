package io.fluxj.apply.prune;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fluxj.apply.Marker;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.apply.Waits;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Golden scenarios prune, prune-disabled-object, delete-prune, delete-wait, delete-wait-stuck. */
class PruningTest {
    private static final String SET = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: b, namespace: '{ns}', annotations: {test.dev/prune: disabled}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: c, namespace: '{ns}', labels: {test.dev/prune: disabled}}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: robot, namespace: '{ns}'}
            """;

    @ClusterTest
    void deletesInReverseOrderAndKeepsWhatAsksToBeKept(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> refs = team.apply(SET).refs();

            PruneResult result = new Pruner(team.cluster).prune(refs, options(team));

            assertThat(result.changes().changes())
                    .extracting(change -> change.line())
                    .containsExactly(
                            "ConfigMap/" + team.namespace + "/c skipped",
                            "ConfigMap/" + team.namespace + "/b skipped",
                            "ConfigMap/" + team.namespace + "/a deleted",
                            "ServiceAccount/" + team.namespace + "/robot deleted");
            assertThat(result.complete()).isTrue();
            assertThat(team.cluster.get(team.configMap("a"))).isEmpty();
            assertThat(team.cluster.get(team.configMap("b"))).isPresent();
        }
    }

    @ClusterTest
    void leavesWhatBelongsToSomebodyElse(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube);
                Team other = new Team(kube, "other")) {
            List<ObjectRef> refs = team.apply(SET).refs();

            PruneResult result = new Pruner(team.cluster).prune(refs, options(other));

            assertThat(result.changes().changedLines()).isEmpty();
            assertThat(team.cluster.get(team.configMap("a"))).isPresent();
        }
    }

    @ClusterTest
    void countsWhatIsGoneAlreadyAsDeleted(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            ObjectRef unserved = new ObjectRef("gone.dev", "v1", "Widget", team.namespace, "w");

            PruneResult result =
                    new Pruner(team.cluster).prune(List.of(team.configMap("ghost"), unserved), options(team));

            assertThat(result.changes().changedLines()).isEqualTo("""
                    Widget/{ns}/w deleted
                    ConfigMap/{ns}/ghost deleted""".replace("{ns}", team.namespace));
        }
    }

    @ClusterTest
    void keepsObjectsWhoseDeletionFailedAndTriesAllOthers(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> refs = team.apply(SET).refs();
            mayReadAllAndDeleteServiceAccounts(kube);
            var robot = team.cluster.impersonating("system:serviceaccount:" + team.namespace + ":robot");

            PruneResult result = new Pruner(robot).prune(refs, options(team));

            assertThat(result.survivors()).containsExactly(team.configMap("a"));
            assertThat(result.error())
                    .startsWith("delete failed, errors: ConfigMap/" + team.namespace
                            + "/a delete failed: configmaps \"a\" is forbidden: User \"system:serviceaccount:")
                    .endsWith(";");
            assertThat(result.changes().changedLines())
                    .isEqualTo("ServiceAccount/" + team.namespace + "/robot deleted");
        }
    }

    @ClusterTest
    void waitsUntilAllIsGone(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> refs = team.apply(held(), team.options()).refs();
            Pruner pruner = new Pruner(team.cluster);
            pruner.prune(refs, options(team));
            assertThat(pruner.awaitTermination(refs, Duration.ofMillis(50), Waits.plain()))
                    .isEqualTo(refs);

            Thread releasing = Thread.ofVirtual()
                    .start(() ->
                            team.patchedBy("admin", team.configMap("a"), "[{op: remove, path: /metadata/finalizers}]"));
            assertThat(pruner.awaitTermination(refs, Duration.ofMinutes(2), Waits.plain()))
                    .isEmpty();
            releasing.join();
        }
    }

    private static String held() {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, namespace: '{ns}', finalizers: [corpus.test/hold]}
                """;
    }

    private static PruneOptions options(Team team) {
        return new PruneOptions(team.ownership, Set.of(new Marker("test.dev/prune", "disabled")));
    }

    private static void mayReadAllAndDeleteServiceAccounts(KubeCluster kube) {
        kube.client()
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName("r")
                        .withNamespace(kube.namespace())
                        .endMetadata()
                        .withRules(
                                new PolicyRuleBuilder()
                                        .withApiGroups("")
                                        .withResources("*")
                                        .withVerbs("get")
                                        .build(),
                                new PolicyRuleBuilder()
                                        .withApiGroups("")
                                        .withResources("serviceaccounts")
                                        .withVerbs("delete")
                                        .build())
                        .build())
                .create();
        kube.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("r")
                        .withNamespace(kube.namespace())
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "r")
                        .addNewSubject("", "ServiceAccount", "robot", kube.namespace())
                        .build())
                .create();
    }
}
