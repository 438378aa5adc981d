package io.fluxj.apply.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fluxj.apply.Action;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.Detour;
import io.fluxj.apply.Ownership;
import io.fluxj.apply.Requests;
import io.fluxj.apply.Team;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** While watches show that nobody touched what was applied, nobody is asked. */
class QuietClusterTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SET = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            data: {k: "v"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: b, namespace: '{ns}'}
            data: {k: "v"}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: '{ns}'}
            spec:
              selector: {app: web}
              ports: [{port: 80}]
            """;

    private final List<Ownership> drifted = new CopyOnWriteArrayList<>();
    private final AppliedMemory memory = AppliedMemory.watching(1000, drifted::add);

    @AfterEach
    void close() {
        memory.close();
    }

    @ClusterTest
    void anUntouchedSetCostsNoRequest(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            awaitQuiet(team, team.cluster, team.requests);

            assertThat(memory.watchedKinds()).isEqualTo(2);
            assertThat(drifted).as("own writes are no drift").isEmpty();
        }
    }

    @ClusterTest
    void whatWasChangedByHandIsToldAndCorrected(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            awaitQuiet(team, team.cluster, team.requests);

            team.patchedBy("admin", team.configMap("b"), "[{op: replace, path: /data/k, value: hand}]");

            await().atMost(PATIENCE).until(() -> drifted.contains(team.ownership));
            team.requests.clear();
            assertThat(apply(team, team.cluster).refs(Set.of(Action.CONFIGURED)))
                    .containsExactly(team.configMap("b"));
            assertThat(team.requests.sent()).noneMatch(line -> line.contains("/a?") || line.contains("/web?"));
        }
    }

    @ClusterTest
    void whatWasDeletedByHandIsToldAndCreatedAgain(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            awaitQuiet(team, team.cluster, team.requests);

            team.cluster.delete(team.configMap("b"), "");

            await().atMost(PATIENCE).until(() -> drifted.contains(team.ownership));
            assertThat(apply(team, team.cluster).refs(Set.of(Action.CREATED))).containsExactly(team.configMap("b"));
        }
    }

    @ClusterTest
    void anOwnerLabelTakenAwayIsTold(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            awaitQuiet(team, team.cluster, team.requests);

            team.patchedBy("admin", team.configMap("a"), "[{op: remove, path: /metadata/labels/test.dev~1name}]");

            await().atMost(PATIENCE).until(() -> drifted.contains(team.ownership));
            assertThat(apply(team, team.cluster).refs(Set.of(Action.CONFIGURED)))
                    .containsExactly(team.configMap("a"));
        }
    }

    /** As controllers do, which keep notes on the objects that they look after. */
    @ClusterTest
    void whatOthersAddIsNoDrift(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            awaitQuiet(team, team.cluster, team.requests);

            team.patchedBy("admin", team.configMap("a"), "[{op: add, path: /metadata/annotations, value: {note: x}}]");
            team.patchedBy("admin", team.configMap("b"), "[{op: replace, path: /data/k, value: hand}]");

            await().atMost(PATIENCE).until(() -> !drifted.isEmpty());
            assertThat(drifted).as("of b alone").hasSize(1);
            assertThat(apply(team, team.cluster).refs(Set.of(Action.CONFIGURED)))
                    .containsExactly(team.configMap("b"));
        }
    }

    @ClusterTest
    void nothingIsBelievedOfAWatchThatBroke(KubeCluster kube) {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            awaitQuiet(team, detour.cluster, detour.requests);

            detour.way.cut();

            String list = "GET /api/v1/namespaces/" + team.namespace + "/configmaps?";
            await().atMost(PATIENCE).until(() -> {
                detour.requests.clear();
                apply(team, detour.cluster);
                return detour.requests.sent().stream().anyMatch(line -> line.startsWith(list));
            });
            awaitQuiet(team, detour.cluster, detour.requests);
        }
    }

    @ClusterTest
    void whatHappenedWhileAWatchWasBrokenIsTold(KubeCluster kube) {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            awaitQuiet(team, detour.cluster, detour.requests);

            detour.way.cut();
            team.patchedBy("admin", team.configMap("b"), "[{op: replace, path: /data/k, value: hand}]");

            await().atMost(PATIENCE).until(() -> drifted.contains(team.ownership));
        }
    }

    @ClusterTest
    void aUserWhoseRightsAreTakenAwayIsAskedAgain(KubeCluster kube) {
        try (Team team = new Team(kube)) {
            allow(kube, "robot");
            Cluster robot = team.cluster.impersonating("system:serviceaccount:" + team.namespace + ":robot");
            awaitQuiet(team, robot, team.requests);

            kube.client()
                    .rbac()
                    .roleBindings()
                    .inNamespace(team.namespace)
                    .withName("robot")
                    .delete();

            await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> apply(team, robot))
                    .isInstanceOf(ApplyException.class)
                    .hasMessageContaining("cannot patch resource"));
        }
    }

    @ClusterTest
    void kindsAreWatchedAsLongAsTheyAreInUse(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            apply(team, team.cluster);
            assertThat(memory.watchedKinds()).isEqualTo(2);

            new StagedApply(team.cluster, memory)
                    .apply(team.manifests(SET.substring(0, SET.lastIndexOf("---"))), team.options());
            assertThat(memory.watchedKinds()).isEqualTo(1);

            memory.forget(team.ownership);
            assertThat(memory.watchedKinds()).isZero();
        }
    }

    private void awaitQuiet(Team team, Cluster cluster, Requests requests) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(() -> {
            requests.clear();
            ChangeSet changes = apply(team, cluster);
            assertThat(requests.sent()).isEmpty();
            assertThat(changes.changedAnything()).isFalse();
        });
    }

    private ChangeSet apply(Team team, Cluster cluster) throws InterruptedException {
        return new StagedApply(cluster, memory).apply(team.manifests(SET), team.options());
    }

    private static void allow(KubeCluster kube, String account) {
        kube.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(kube.namespace())
                        .withName(account)
                        .endMetadata()
                        .build())
                .create();
        kube.client()
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withNamespace(kube.namespace())
                        .withName(account)
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("")
                        .withResources("configmaps", "services")
                        .withVerbs("*")
                        .endRule()
                        .build())
                .create();
        kube.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(kube.namespace())
                        .withName(account)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", account)
                        .addNewSubject(null, "ServiceAccount", account, kube.namespace())
                        .build())
                .create();
    }
}
