package io.fluxj.apply.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.CancelSignal;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.Detour;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Team;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.prune.Pruner;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** All that an apply waits for goes through one port, can be cancelled, and hears though watches break. */
class WaitingTest {
    /** Less than the minute after which a watch is begun anew, and a stage is given up, in any case. */
    private static final int WITHIN_SECONDS = 50;

    private static final String HELD = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: held, namespace: '{ns}', finalizers: [test.dev/hold]}
            immutable: true
            data: {k: "1"}
            """;
    private static final String CLASS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: 'toolclasses.{ns}.corpus.test'}
            spec:
              group: '{ns}.corpus.test'
              scope: Namespaced
              names: {kind: ToolClass, plural: toolclasses, singular: toolclass}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            ---
            apiVersion: '{ns}.corpus.test/v1'
            kind: ToolClass
            metadata: {name: slow, namespace: '{ns}'}
            spec: {n: 1}
            """;
    private static final String UNKNOWN =
            CLASS.substring(0, CLASS.indexOf("---")).replace("served: true", "served: false")
                    + CLASS.substring(CLASS.indexOf("---"));

    @ClusterTest
    void aStageLetsOthersWorkAndEndsWhenItIsCancelled(KubeCluster kube) throws Exception {
        cancels(kube, CLASS, CLASS.replace("n: 1", "n: 2"));
    }

    @ClusterTest
    void aReplacementLetsOthersWorkAndEndsWhenItIsCancelled(KubeCluster kube) throws Exception {
        cancels(kube, HELD, HELD.replace("\"1\"", "\"2\""));
        release(new Team(kube));
    }

    @ClusterTest
    void aKindThatIsNotServedYetLetsOthersWorkAndEndsWhenItIsCancelled(KubeCluster kube) throws Exception {
        cancels(kube, "", UNKNOWN);
    }

    @ClusterTest
    void aStageHearsThroughCuts(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            team.apply(CLASS);
            makeUnready(team);
            Future<ChangeSet> apply = applying(team, detour.cluster, CLASS.replace("n: 1", "n: 2"), Waits.plain());
            awaitWatch(detour);

            detour.whileCut(() -> {
                team.patchedBy("someone", toolClass(team), "[{op: remove, path: /status}]");
                return apply.get(WITHIN_SECONDS, TimeUnit.SECONDS);
            });

            assertThat(apply.get().changedLines()).endsWith("/slow configured");
        }
    }

    @ClusterTest
    void aReplacementHearsThatTheObjectIsGoneAfterACut(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            team.apply(HELD);
            Future<ChangeSet> apply = applying(team, detour.cluster, HELD.replace("\"1\"", "\"2\""), Waits.plain());
            awaitWatch(detour);

            detour.way.cut();
            release(team);

            assertThat(apply.get(WITHIN_SECONDS, TimeUnit.SECONDS).changedLines())
                    .endsWith("/held created");
            release(team);
        }
    }

    @ClusterTest
    void whoWaitsForDeletedObjectsHearsThroughCuts(KubeCluster kube) throws Exception {
        try (Team team = new Team(kube);
                Detour detour = new Detour(kube)) {
            List<ObjectRef> refs = team.apply(HELD).refs();
            team.cluster.delete(refs.getFirst(), "");
            Future<List<ObjectRef>> left = started(
                    () -> new Pruner(detour.cluster).awaitTermination(refs, Duration.ofSeconds(60), Waits.plain()));
            awaitWatch(detour);

            List<ObjectRef> there = detour.whileCut(() -> {
                release(team);
                return left.get(WITHIN_SECONDS, TimeUnit.SECONDS);
            });
            assertThat(there).isEmpty();
        }
    }

    private static void cancels(KubeCluster kube, String before, String set) throws Exception {
        try (Team team = new Team(kube)) {
            team.apply(before);
            if (before.equals(CLASS)) {
                makeUnready(team);
            }
            Recorded waits = new Recorded();
            Future<ChangeSet> apply = applying(team, team.cluster, set, waits);
            assertThat(waits.begun.await(2, TimeUnit.MINUTES)).isTrue();

            waits.cancel.fire("a newer revision");

            assertThatThrownBy(() -> apply.get(WITHIN_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(ApplyException.class, e -> assertThat(e.failure())
                            .isEqualTo(new ApplyFailure.Cancelled("a newer revision")));
        }
    }

    private static ObjectRef toolClass(Team team) {
        return new ObjectRef(team.namespace + ".corpus.test", "v1", "ToolClass", team.namespace, "slow");
    }

    /** Its controller has not seen what is wanted yet. */
    private static void makeUnready(Team team) {
        team.patchedBy("someone", toolClass(team), "[{op: add, path: /status, value: {observedGeneration: 0}}]");
    }

    private static Future<ChangeSet> applying(Team team, Cluster cluster, String set, Waits waits) {
        ApplyOptions options = team.options().withForce(true);
        return started(
                () -> new StagedApply(cluster, team.memory).apply(team.manifests(set), options, refs -> {}, waits));
    }

    private static <T> Future<T> started(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        Thread.startVirtualThread(task);
        return task;
    }

    private static void release(Team team) {
        team.patchedBy("someone", team.configMap("held"), "[{op: remove, path: /metadata/finalizers}]");
    }

    private static void awaitWatch(Detour detour) {
        Awaitility.await().until(() -> detour.requests.sent().stream().anyMatch(line -> line.contains("watch=true")));
    }

    /** Tells that a wait has begun. */
    private static final class Recorded implements Waits {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CancelSignal cancel = new CancelSignal();

        @Override
        public <T> T during(Blocking<T> wait) throws InterruptedException {
            begun.countDown();
            return wait.await();
        }

        @Override
        public CancelSignal cancel() {
            return cancel;
        }
    }
}
