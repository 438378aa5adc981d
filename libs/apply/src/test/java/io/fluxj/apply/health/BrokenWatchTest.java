package io.fluxj.apply.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.Detour;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.FibonacciPollInterval;

/** A wait does not go deaf with its watch, be the kind one that is looked at by the clock too or one that is not. */
class BrokenWatchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HealthOptions LONG = HealthOptions.of(PATIENCE.multipliedBy(2));
    private static final String MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: late, namespace: '{ns}'}
            """;
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: late, namespace: '{ns}'}
            spec: {nodeSelector: {nobody: has-this}, containers: [{name: c, image: nginx}]}
            """;
    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: late, namespace: '{ns}'}
            spec:
              suspend: true
              template: {spec: {restartPolicy: Never, containers: [{name: c, image: nginx}]}}
            """;

    @ClusterTest
    void hearsOfAnObjectThatComesAfterTheWatchBroke(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            Future<HealthResult> waiting = waiting(detour, List.of(team.configMap("late")), LONG);
            awaitWatch(detour);

            detour.way.cut();
            team.apply(MAP);

            assertThat(result(waiting)).isEqualTo(new HealthResult.Healthy());
        }
    }

    @ClusterTest
    void hearsThroughCutsAtAnyMoment(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            List<ObjectRef> refs = List.of(
                    team.configMap("late"),
                    new ObjectRef("batch", "v1", "Job", team.namespace, "late"),
                    new ObjectRef("", "v1", "Pod", team.namespace, "late"));
            HealthResult result = detour.whileCut(() -> {
                Future<HealthResult> waiting = waiting(detour, refs, LONG);
                awaitWatches(detour, 4);
                team.apply(String.join("---\n", MAP, JOB, POD));
                reportReady(kube);
                return result(waiting);
            });
            assertThat(result).isEqualTo(new HealthResult.Healthy());
        }
    }

    @ClusterTest
    void looksOnceMoreBeforeItTellsThatTheTimeIsOver(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            ObjectRef ref = team.configMap("late");
            Future<HealthResult> waiting = waiting(detour, List.of(ref), HealthOptions.of(Duration.ofSeconds(15)));
            awaitWatch(detour);
            Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> detour.way.taken() > 0);

            // the watch came last, or on the only connection
            detour.way.silence(detour.way.taken() - 1);
            team.apply(MAP);

            assertThat(result(waiting)).isEqualTo(new HealthResult.Healthy());
        }
    }

    /** A try is one request or two: the fifth belongs to the third try at the earliest. */
    @ClusterTest
    void asksAgainAtMostEveryTwoSecondsWhileWatchesBreakAtOnce(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            long begun = System.nanoTime();
            Future<HealthResult> waiting = waiting(detour, List.of(team.configMap("late")), LONG);
            awaitWatch(detour);
            for (int next = 2; next <= 5; next++) {
                cutUntilWatchesAre(detour, next);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(4));

            team.apply(MAP);
            assertThat(result(waiting)).isEqualTo(new HealthResult.Healthy());
        }
    }

    @ClusterTest
    void livesThroughAnOutageOfTheServer(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            Future<HealthResult> waiting = waiting(detour, List.of(team.configMap("late")), LONG);
            awaitWatch(detour);

            detour.way.goAway();
            int before = detour.requests.sent().size();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> detour.requests.sent().size() >= before + 12);
            team.apply(MAP);
            detour.way.comeBack();

            assertThat(result(waiting)).isEqualTo(new HealthResult.Healthy());
        }
    }

    private static void reportReady(KubeCluster kube) {
        kube.client().pods().inNamespace(kube.namespace()).withName("late").editStatus(pod -> pod.edit()
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build());
    }

    private static Future<HealthResult> waiting(Detour detour, List<ObjectRef> refs, HealthOptions options) {
        FutureTask<HealthResult> task = new FutureTask<>(() -> new HealthWait(detour.cluster).await(refs, options));
        Thread.startVirtualThread(task);
        return task;
    }

    /** In less than the minute after which a watch is begun anew in any case. */
    private static HealthResult result(Future<HealthResult> waiting) throws Exception {
        return waiting.get(50, TimeUnit.SECONDS);
    }

    private static void awaitWatch(Detour detour) {
        awaitWatches(detour, 1);
    }

    private static void awaitWatches(Detour detour, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> watches(detour) >= count);
    }

    /** The pauses grow, so that a connection comes through in one of them however slow the machine is. */
    private static void cutUntilWatchesAre(Detour detour, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(FibonacciPollInterval.fibonacci(TimeUnit.MILLISECONDS))
                .until(() -> {
                    detour.way.cut();
                    return watches(detour) >= count;
                });
    }

    private static long watches(Detour detour) {
        return detour.requests.sent().stream()
                .filter(line -> line.contains("watch=true"))
                .count();
    }
}
