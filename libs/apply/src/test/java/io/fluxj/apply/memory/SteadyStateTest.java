package io.fluxj.apply.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.Action;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.Team;
import io.fluxj.apply.Yaml;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.Set;

/** What a pass costs when little or nothing has changed. */
class SteadyStateTest {
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

    @ClusterTest
    void anUnchangedSetCostsOneListPerKind(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SET);
            team.requests.clear();

            ChangeSet again = team.apply(SET);

            assertThat(again.changes()).extracting(change -> change.action()).containsOnly(Action.UNCHANGED);
            assertThat(again.refs()).hasSize(3);
            assertThat(team.requests.sent())
                    .extracting(line -> line.replaceAll("\\?.*", ""))
                    .containsExactly(
                            "GET /api/v1/namespaces/" + team.namespace + "/configmaps",
                            "GET /api/v1/namespaces/" + team.namespace + "/services");
        }
    }

    @ClusterTest
    void anObjectChangedByHandIsStillCorrected(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SET);
            team.patchedBy("admin", team.configMap("b"), "[{op: replace, path: /data/k, value: hand}]");
            team.requests.clear();

            ChangeSet changes = team.apply(SET);

            assertThat(changes.refs(Set.of(Action.CONFIGURED))).containsExactly(team.configMap("b"));
            assertThat(team.live(team.configMap("b")).path("data")).isEqualTo(Yaml.tree("{k: v}"));
            assertThat(team.requests.sent()).noneMatch(line -> line.startsWith("PATCH") && line.contains("/a?"));
        }
    }

    @ClusterTest
    void anObjectDeletedByHandIsCreatedAgain(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SET);
            team.cluster.delete(team.configMap("b"), "");

            assertThat(team.apply(SET).refs(Set.of(Action.CREATED))).containsExactly(team.configMap("b"));
        }
    }

    @ClusterTest
    void anOwnerLabelTakenAwayIsPutBack(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SET);
            team.patchedBy("admin", team.configMap("a"), "[{op: remove, path: /metadata/labels/test.dev~1name}]");

            assertThat(team.apply(SET).refs(Set.of(Action.CONFIGURED))).containsExactly(team.configMap("a"));
        }
    }

    @ClusterTest
    void aChangedManifestNeedsNoReadOfAnUntouchedObject(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SET);
            team.requests.clear();

            ChangeSet changes = team.apply(SET.replace(
                    "name: b, namespace: '{ns}'}\ndata: {k: \"v\"}", "name: b, namespace: '{ns}'}\ndata: {k: w}"));

            assertThat(changes.refs(Set.of(Action.CONFIGURED))).containsExactly(team.configMap("b"));
            assertThat(team.requests.sent())
                    .filteredOn(line -> line.contains("configmaps/"))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("PATCH"));
        }
    }

    @ClusterTest
    void aStatusThatMovesDoesNotCount(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            String claim = """
                    apiVersion: networking.k8s.io/v1
                    kind: Ingress
                    metadata: {name: web, namespace: '{ns}'}
                    spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                    """;
            var ref = team.apply(claim).refs().getFirst();
            kube.client()
                    .network()
                    .v1()
                    .ingresses()
                    .inNamespace(team.namespace)
                    .withName("web")
                    .editStatus(ingress -> ingress.edit()
                            .withNewStatus()
                            .withNewLoadBalancer()
                            .addNewIngress()
                            .withIp("10.1.2.3")
                            .endIngress()
                            .endLoadBalancer()
                            .endStatus()
                            .build());
            team.requests.clear();

            assertThat(team.apply(claim).refs(Set.of(Action.UNCHANGED))).containsExactly(ref);
            assertThat(team.requests.sent()).hasSize(1);
        }
    }

    @ClusterTest
    void whatSomebodyElseFoundUnchangedIsNotBelievedForAnotherUser(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SET);
            var robot = team.cluster.impersonating("system:serviceaccount:" + team.namespace + ":robot");

            assertThatThrownBy(() -> new StagedApply(robot, team.memory).apply(team.manifests(SET), team.options()))
                    .hasMessageContaining("cannot patch resource \"configmaps\"");
        }
    }

    @ClusterTest
    void whatIsTooOldIsNotBelieved(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            StagedApply apply = new StagedApply(team.cluster, new AppliedMemory(100, Duration.ZERO));
            apply.apply(team.manifests(SET), team.options());
            team.requests.clear();

            ChangeSet again = apply.apply(team.manifests(SET), team.options());

            assertThat(again.changedAnything()).isFalse();
            assertThat(team.requests.sent())
                    .filteredOn(line -> line.startsWith("PATCH"))
                    .hasSize(3);
        }
    }

    @ClusterTest
    void aForgottenSetIsLookedAtAgain(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SET);
            new StagedApply(team.cluster, team.memory).forget(team.options());
            team.requests.clear();

            team.apply(SET);

            assertThat(team.requests.sent())
                    .filteredOn(line -> line.startsWith("PATCH"))
                    .hasSize(3);
            assertThat(team.memory.size()).isEqualTo(3);
        }
    }
}
