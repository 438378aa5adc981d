package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Stopping lets finish what works, and ends what waits. */
class StopTest {
    private static final String KIND = "Kustomization";

    @ClusterTest
    void aPassAtWorkIsFinished(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofSeconds(1), pass -> {
            begun.countDown();
            go.await();
            return Outcome.ready(CommonReason.RECONCILIATION_SUCCEEDED, "Applied", Duration.ofHours(1));
        });
        RunningController running = ScriptedController.ofKustomizations(script).start(cluster);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            objects.kustomization("app");
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();

            Future<?> stopping = threads.submit(running::close);
            go.countDown();
            stopping.get();

            assertThat(objects.awaitReady(KIND, "app", "True")
                            .path("observedGeneration")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            running.close();
        }
    }

    @ClusterTest
    void aPassThatWaitsIsEndedWithoutAVerdict(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofSeconds(1), pass -> {
            pass.progress("Running health checks");
            try {
                return pass.waiting(() -> {
                    new CountDownLatch(1).await();
                    return Outcome.ready(CommonReason.RECONCILIATION_SUCCEEDED, "never", Duration.ofHours(1));
                });
            } catch (InterruptedException stopping) {
                throw stopping;
            } catch (Exception failed) {
                throw Retryable.of(CommonReason.FAILED, "failed", failed);
            }
        });
        RunningController running = ScriptedController.ofKustomizations(script).start(cluster);
        try {
            objects.kustomization("app");
            objects.awaitReady(KIND, "app", "Unknown");
        } finally {
            running.close();
        }
        assertThat(running.stopped()).isCompleted();
        objects.awaitReady(KIND, "app", "Unknown");
    }

    @ClusterTest
    void whatAPassHadDoneWhenItWasEndedIsNoted(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch begun = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofSeconds(1), pass -> {
            pass.update(status -> status.withLastAttemptedRevision("main@sha1:1"));
            begun.countDown();
            return pass.waiting(() -> {
                new CountDownLatch(1).await();
                return Outcome.ready(CommonReason.RECONCILIATION_SUCCEEDED, "never", Duration.ofHours(1));
            });
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster)) {
            objects.kustomization("app");
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(objects.status(KIND, "app").path("lastAttemptedRevision").asText())
                .isEqualTo("main@sha1:1");
    }
}
