package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One object never holds up another. */
class IsolationTest {
    private static final String KIND = "Kustomization";

    private static Outcome applied() {
        return Outcome.ready(CommonReason.RECONCILIATION_SUCCEEDED, "Applied", Duration.ofHours(1));
    }

    private static boolean isNamed(Pass<Kustomization, KustomizationStatus> pass, String name) {
        return pass.object().getMetadata().getName().equals(name);
    }

    @ClusterTest
    void waitingHoldsNoPermit(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch released = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofSeconds(1), pass -> {
            if (isNamed(pass, "waits")) {
                pass.progress("Running health checks");
                awaiting(pass, released);
            }
            return applied();
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster, "--concurrent=1")) {
            objects.kustomization("waits");
            objects.awaitReady(KIND, "waits", "Unknown");

            objects.kustomization("works");

            objects.awaitReady(KIND, "works", "True");
            released.countDown();
            objects.awaitReady(KIND, "waits", "True");
        }
    }

    @ClusterTest
    void slowServersOfOneNamespaceHoldUpNobody(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch answered = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofSeconds(1), pass -> {
            if (!isNamed(pass, "works")) {
                pass.progress("Fetching manifests");
                transferring(pass, pass.superseded(), answered);
            }
            return applied();
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster, "--concurrent=1")) {
            for (int i = 0; i < 6; i++) {
                objects.kustomization("slow-" + i);
            }
            for (int i = 0; i < 4; i++) {
                objects.awaitReady(KIND, "slow-" + i, "Unknown");
            }

            objects.kustomization("works");

            objects.awaitReady(KIND, "works", "True");
            answered.countDown();
            for (int i = 0; i < 6; i++) {
                objects.awaitReady(KIND, "slow-" + i, "True");
            }
        }
    }

    @ClusterTest
    void aTransferEndsWhenItsResultIsNotWantedAnyMore(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch never = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofSeconds(1), pass -> {
            if (pass.object().getMetadata().getGeneration() == 1) {
                pass.progress("Fetching manifests");
                transferring(pass, pass.outdated(), never);
            }
            return applied();
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster, "--concurrent=1")) {
            objects.kustomization("app");
            objects.awaitReady(KIND, "app", "Unknown");

            objects.patch(KIND, "app", "{\"spec\":{\"prune\":false}}");

            objects.awaitReady(KIND, "app", "True");
        }
    }

    private static void transferring(
            Pass<Kustomization, KustomizationStatus> pass, CompletableFuture<String> end, CountDownLatch latch)
            throws InterruptedException, Failure {
        try {
            pass.transferring(end, () -> {
                latch.await();
                return latch;
            });
        } catch (InterruptedException | Failure ended) {
            throw ended;
        } catch (Exception failed) {
            throw Retryable.of(CommonReason.FAILED, "failed", failed);
        }
    }

    private static void awaiting(Pass<Kustomization, KustomizationStatus> pass, CountDownLatch latch)
            throws InterruptedException, Retryable {
        try {
            pass.waiting(() -> {
                latch.await();
                return latch;
            });
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Exception failed) {
            throw Retryable.of(CommonReason.FAILED, "failed", failed);
        }
    }

    @ClusterTest
    void neverWorksOnMoreThanAsked(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(12);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofSeconds(1), pass -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            pass.progress("working");
            working.decrementAndGet();
            all.countDown();
            return applied();
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster, "--concurrent=3")) {
            for (int i = 0; i < 12; i++) {
                objects.kustomization("app-" + i);
            }
            assertThat(all.await(2, TimeUnit.MINUTES)).isTrue();
            assertThat(most.get()).isBetween(1, 3);
        }
    }

    @ClusterTest
    void aPanicConcernsOnlyItsObjectAndTellsNoSecret(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(Duration.ofMillis(50), pass -> {
            if (isNamed(pass, "panics")) {
                pass.conceal("hunter22");
                throw new IllegalStateException("token hunter22 is odd");
            }
            return applied();
        });
        try (RunningController running =
                ScriptedController.ofKustomizations(script).start(cluster, "--concurrent=1")) {
            objects.kustomization("panics");
            assertThat(objects.awaitReady(KIND, "panics", "False").toString())
                    .contains("token ***** is odd")
                    .doesNotContain("hunter22");

            objects.kustomization("works");
            objects.awaitReady(KIND, "works", "True");
            assertThat(metrics(running))
                    .containsPattern("controller_runtime_reconcile_panics_total\\{controller=\"kustomization\"} [1-9]");
        }
    }

    private static String metrics(RunningController running) throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + running.metricsPort() + "/metrics");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
