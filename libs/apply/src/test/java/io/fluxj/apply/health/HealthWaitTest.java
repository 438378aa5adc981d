package io.fluxj.apply.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fluxj.apply.Action;
import io.fluxj.apply.CancelSignal;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.apply.Waits;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/** Golden scenarios health-ok, health-timeout, health-list-missing, job-health, gates-cancel. */
class HealthWaitTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    /** Will be over, but not before a busy machine has read the objects once. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** Nothing runs Pods here: only the test reports on them. */
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: '{ns}'}
            spec:
              containers: [{name: c, image: nginx}]
            """;

    private static final String MAY_ONLY_GET = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reader, namespace: '{ns}'}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: reader, namespace: '{ns}'}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
            subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: reader}]
            """;
    private static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: '{ns}'}
            """;

    @ClusterTest
    void isHealthyAtOnceWhenAllIs(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> refs = team.apply(CONFIG).refs();

            assertThat(new HealthWait(team.cluster).await(refs, HealthOptions.of(LONG)))
                    .isEqualTo(new HealthResult.Healthy());
        }
    }

    @ClusterTest
    void namesWhatIsNotReadyWhenTheTimeIsOver(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> refs = team.apply(CONFIG + "---\n" + POD).refs();

            assertThat(message(new HealthWait(team.cluster).await(refs, HealthOptions.of(SHORT))))
                    .isEqualTo("timeout waiting for: [Pod/" + team.namespace + "/web status: 'InProgress']");
        }
    }

    @ClusterTest
    void namesWhatDoesNotExist(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            ObjectRef ghost = new ObjectRef("", "v1", "Pod", team.namespace, "ghost");

            assertThat(message(new HealthWait(team.cluster).await(List.of(ghost), HealthOptions.of(SHORT))))
                    .isEqualTo("timeout waiting for: [Pod/" + team.namespace + "/ghost status: 'NotFound']");
        }
    }

    @ClusterTest
    void endsWhenAnObjectBecomesReady(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ObjectRef> refs = team.apply(POD).refs();
            Future<HealthResult> waiting =
                    threads.submit(() -> new HealthWait(team.cluster).await(refs, HealthOptions.of(LONG)));
            awaitWatch(team);

            report(kube, running());

            assertThat(waiting.get()).isEqualTo(new HealthResult.Healthy());
            assertThat(team.requests.sent())
                    .filteredOn(line -> line.contains("watch=true"))
                    .hasSize(1);
        }
    }

    @ClusterTest
    void endsEarlyWhenAnObjectFails(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ObjectRef> refs = team.apply(POD).refs();
            ObjectRef ghost = team.configMap("ghost");
            Future<HealthResult> waiting = threads.submit(
                    () -> new HealthWait(team.cluster).await(List.of(ghost, refs.getFirst()), HealthOptions.of(LONG)));
            awaitWatch(team);

            report(kube, crashing());

            assertThat(message(waiting.get()))
                    .isEqualTo(
                            "failed early due to stalled resources: [Pod/" + team.namespace + "/web status: 'Failed']");
        }
    }

    @ClusterTest
    void waitsOnForTheOthersWhenAskedTo(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> refs = team.apply(POD).refs();
            report(kube, crashing());
            HealthOptions patient = HealthOptions.of(SHORT).withFailFast(false);
            ObjectRef ghost = team.configMap("ghost");

            assertThat(message(new HealthWait(team.cluster).await(List.of(ghost, refs.getFirst()), patient)))
                    .isEqualTo(
                            "timeout waiting for: [ConfigMap/{ns}/ghost status: 'NotFound', Pod/{ns}/web status: 'Failed']"
                                    .replace("{ns}", team.namespace));
            assertThat(message(new HealthWait(team.cluster).await(refs, patient)))
                    .startsWith("failed early due to stalled resources: [Pod/");
        }
    }

    @ClusterTest
    void endsWhenTheSignalFires(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ObjectRef> refs = team.apply(POD).refs();
            CancelSignal signal = new CancelSignal();
            Future<HealthResult> waiting = threads.submit(() -> new HealthWait(team.cluster)
                    .await(refs, HealthOptions.of(LONG).withWaits(Waits.until(signal))));
            awaitWatch(team);

            signal.fire("a newer revision came");

            assertThat(waiting.get()).isEqualTo(new HealthResult.Cancelled("a newer revision came"));
        }
    }

    @ClusterTest
    void readsAgainWhereItMayNotWatch(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ObjectRef> refs = team.apply(POD + "---\n" + MAY_ONLY_GET).refs(Set.of(Action.CREATED));
            ObjectRef pod = refs.stream()
                    .filter(ref -> ref.kind().equals("Pod"))
                    .findFirst()
                    .orElseThrow();
            var reader = team.cluster.impersonating("reader");
            team.requests.clear();
            Future<HealthResult> waiting =
                    threads.submit(() -> new HealthWait(reader).await(List.of(pod), HealthOptions.of(LONG)));
            Awaitility.await()
                    .until(() -> team.requests.sent().stream()
                                    .filter(line -> line.endsWith("/pods/web"))
                                    .count()
                            > 1);

            report(kube, running());

            assertThat(waiting.get()).isEqualTo(new HealthResult.Healthy());
        }
    }

    @ClusterTest
    void aJobThatCleansUpAfterItselfMayBeGone(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            var manifests = team.manifests("""
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {name: once, namespace: '{ns}'}
                    spec: {ttlSecondsAfterFinished: 1}
                    """);
            ObjectRef job = ObjectRef.of(manifests.getFirst());

            assertThat(HealthWait.vanishing(manifests)).isEqualTo(Set.of(job));
            assertThat(new HealthWait(team.cluster)
                            .await(List.of(job), HealthOptions.of(LONG).withMayVanish(HealthWait.vanishing(manifests))))
                    .isEqualTo(new HealthResult.Healthy());
        }
    }

    @ClusterTest
    void readsManyObjectsOfOneOwnerByOneList(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            String many = String.join(
                    "---\n", CONFIG, CONFIG.replace("name: a", "name: b"), CONFIG.replace("name: a", "name: c"));
            List<ObjectRef> refs = team.apply(many).refs();
            team.requests.clear();

            HealthResult result = new HealthWait(team.cluster)
                    .await(refs, HealthOptions.of(LONG).withLabelSelector(team.ownership.selector()));

            assertThat(result).isEqualTo(new HealthResult.Healthy());
            assertThat(team.requests.sent()).hasSize(1);
        }
    }

    @ClusterTest
    void looksAtEachObjectOnceWhenItShallNotWait(KubeCluster kube) throws InterruptedException {
        try (Team team = new Team(kube)) {
            List<ObjectRef> refs = team.apply(CONFIG + "---\n" + POD).refs();
            team.requests.clear();

            assertThat(message(new HealthWait(team.cluster).look(refs, HealthOptions.of(LONG))))
                    .isEqualTo("timeout waiting for: [Pod/" + team.namespace + "/web status: 'InProgress']");
            assertThat(message(new HealthWait(team.cluster).look(refs.subList(0, 1), HealthOptions.of(LONG))))
                    .isEqualTo("healthy");
            assertThat(team.requests.sent()).hasSize(3);
        }
    }

    private static String message(HealthResult result) {
        return switch (result) {
            case HealthResult.Healthy() -> "healthy";
            case HealthResult.Cancelled(String reason) -> reason;
            case HealthResult.Failed(String message, var _) -> message;
            case HealthResult.TimedOut(String message, var _) -> message;
        };
    }

    private static void awaitWatch(Team team) {
        Awaitility.await()
                .until(() -> team.requests.sent().stream().anyMatch(line -> line.contains("pods?watch=true")));
    }

    private static void report(KubeCluster kube, PodStatusBuilder status) {
        kube.client().pods().inNamespace(kube.namespace()).withName("web").editStatus(pod -> pod.edit()
                .withStatus(status.build())
                .build());
    }

    private static PodStatusBuilder running() {
        return new PodStatusBuilder()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition();
    }

    private static PodStatusBuilder crashing() {
        return new PodStatusBuilder()
                .withPhase("Running")
                .addNewContainerStatus()
                .withName("c")
                .withImage("nginx")
                .withImageID("nginx")
                .withReady(false)
                .withRestartCount(3)
                .withNewState()
                .withNewWaiting()
                .withReason("CrashLoopBackOff")
                .endWaiting()
                .endState()
                .endContainerStatus();
    }
}
