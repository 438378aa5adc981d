package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.Action;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.apply.Waits;
import io.fluxj.apply.Yaml;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.inventory.InventoryEntry;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Golden scenarios first-apply, drift, new-revision. */
class ApplyingTest {
    private static final String SEVERAL_KINDS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            data: {k: "v"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: '{ns}'}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: c
                    image: nginx:1.25
                    ports: [{containerPort: 80}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: '{ns}'}
            spec:
              selector: {app: web}
              ports: [{port: 80}]
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: sec, namespace: '{ns}'}
            stringData: {a: plain}
            data: {b: Yg==}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: robot, namespace: '{ns}'}
            """;

    private static final String TWO = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            data: {k: "v"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: b, namespace: '{ns}'}
            data: {k: "v"}
            """;

    @ClusterTest
    void tellsWhatItIsAboutToWriteWhileItIsNotThereYet(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> told = new ArrayList<>();
            StagedApply apply = new StagedApply(team.cluster, new AppliedMemory(0));

            apply.apply(
                    team.manifests(TWO),
                    team.options(),
                    refs -> {
                        refs.forEach(ref -> assertThat(team.cluster.get(ref)).isEmpty());
                        told.addAll(refs);
                    },
                    Waits.plain());
            assertThat(told).containsExactly(team.configMap("a"), team.configMap("b"));

            told.clear();
            apply.apply(
                    team.manifests(TWO.replaceFirst("\"v\"", "\"w\"")), team.options(), told::addAll, Waits.plain());
            assertThat(told).containsExactly(team.configMap("a"));

            told.clear();
            apply.apply(
                    team.manifests(TWO.replaceFirst("\"v\"", "\"w\"")), team.options(), told::addAll, Waits.plain());
            assertThat(told).isEmpty();
        }
    }

    @ClusterTest
    void createsWhatIsMissingInApplyOrder(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            ChangeSet changes = team.apply(SEVERAL_KINDS);

            assertThat(changes.changedLines()).isEqualTo("""
                    ServiceAccount/{ns}/robot created
                    ConfigMap/{ns}/a created
                    Secret/{ns}/sec created
                    Service/{ns}/web created
                    Deployment/{ns}/web created""".replace("{ns}", team.namespace));
            assertThat(new Inventory(changes.refs()).entries())
                    .extracting(InventoryEntry::id)
                    .containsExactly(
                            team.namespace + "_robot__ServiceAccount",
                            team.namespace + "_a__ConfigMap",
                            team.namespace + "_sec__Secret",
                            team.namespace + "_web__Service",
                            team.namespace + "_web_apps_Deployment");
            assertThat(team.managers(team.configMap("a"))).containsExactly("deployer/Apply");
        }
    }

    @ClusterTest
    void changesNothingTheSecondTimeEvenWithoutMemory(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(SEVERAL_KINDS);
            String version = version(team);

            ChangeSet again = new StagedApply(team.cluster, new AppliedMemory(0))
                    .apply(team.manifests(SEVERAL_KINDS), team.options());

            assertThat(again.changedAnything()).isFalse();
            assertThat(again.changes()).extracting(change -> change.action()).containsOnly(Action.UNCHANGED);
            assertThat(version(team)).isEqualTo(version);
        }
    }

    @ClusterTest
    void undoesWhatWasEditedAndDeletedByHand(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(TWO);
            team.patchedBy("kubectl-patch", team.configMap("a"), """
                    [{op: replace, path: /data/k, value: hand}, {op: add, path: /data/extra, value: stays}]""");
            team.cluster.delete(team.configMap("b"), "");

            ChangeSet changes = team.apply(TWO);

            assertThat(changes.changedLines()).isEqualTo("""
                    ConfigMap/{ns}/a configured
                    ConfigMap/{ns}/b created""".replace("{ns}", team.namespace));
            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: v}"));
            assertThat(team.managers(team.configMap("a"))).containsExactly("deployer/Apply");
        }
    }

    @ClusterTest
    void leavesFieldsThatOnlyAnotherApplierOwns(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(TWO);
            team.appliedBy("neighbour", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a, namespace: '{ns}'}
                    data: {theirs: x}
                    """);

            assertThat(team.apply(TWO).changedLines()).isEmpty();
            assertThat(team.live(team.configMap("a")).path("data")).isEqualTo(Yaml.tree("{k: v, theirs: x}"));
        }
    }

    @ClusterTest
    void anObjectThatMovesWhileOneLooksIsLookedAtAgain(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(TWO);
            AtomicInteger moves = new AtomicInteger(2);
            team.requests.meanwhile(line -> {
                if (line.endsWith("/configmaps/a") && moves.getAndDecrement() > 0) {
                    annotate(kube, "a", "test.dev/by-a-controller", "" + moves.get());
                }
            });

            ChangeSet again =
                    new StagedApply(team.cluster, new AppliedMemory(0)).apply(team.manifests(TWO), team.options());

            assertThat(again.changedAnything()).isFalse();
        }
    }

    @ClusterTest
    void anObjectThatLivesInNoNamespaceIsKnownWithoutOne(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            String role = """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRole
                    metadata: {name: '{ns}-astray', namespace: '{ns}'}
                    rules: []
                    """;
            assertThat(team.apply(role).changedLines()).isEqualTo("ClusterRole/" + team.namespace + "-astray created");
            team.requests.clear();

            ChangeSet again = team.apply(role);

            assertThat(again.lines(Set.of(Action.UNCHANGED)))
                    .isEqualTo("ClusterRole/" + team.namespace + "-astray unchanged");
            assertThat(team.requests.sent()).hasSize(1);
            team.cluster.delete(again.refs().getFirst(), "");
        }
    }

    @ClusterTest
    void removesFieldsThatAreGoneFromTheManifest(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            team.apply(TWO.replace("data: {k: \"v\"}", "data: {k: v, old: x}"));

            assertThat(team.apply(TWO).changedLines()).isEqualTo("""
                    ConfigMap/{ns}/a configured
                    ConfigMap/{ns}/b configured""".replace("{ns}", team.namespace));
            assertThat(team.live(team.configMap("b")).path("data")).isEqualTo(Yaml.tree("{k: v}"));
        }
    }

    @ClusterTest
    void carriesEveryCharacterOfAStringOver(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            String odd = "a\u0085b\u2028c\u2029d\u007fe\ud83d\ude00 \u00e9 \t\"\\ / trail \n x";
            var manifest = Yaml.objects(team.namespace, TWO).getFirst();
            manifest.putObject("data").put("odd", odd);

            team.cluster.apply(team.configMap("a"), manifest, "deployer");

            assertThat(team.live(team.configMap("a")).path("data").path("odd").textValue())
                    .isEqualTo(odd);
        }
    }

    private static void annotate(KubeCluster kube, String name, String key, String value) {
        kube.client().configMaps().inNamespace(kube.namespace()).withName(name).edit(map -> map.edit()
                .editMetadata()
                .addToAnnotations(key, value)
                .endMetadata()
                .build());
    }

    private static String version(Team team) {
        return team.live(team.configMap("a"))
                .path("metadata")
                .path("resourceVersion")
                .asText();
    }
}
