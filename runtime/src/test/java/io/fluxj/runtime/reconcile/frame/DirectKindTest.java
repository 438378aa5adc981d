package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Superseded;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What becomes of an object whose Ready is what the pass says, as kustomize-controller's are. */
class DirectKindTest {
    private static final String KIND = "Kustomization";
    private static final Duration SOON = Duration.ofMillis(100);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static JsonNode yaml(String text) throws Exception {
        return YAML.readTree(text);
    }

    private static Outcome applied(Pass<Kustomization, KustomizationStatus> pass) {
        pass.update(status -> status.withLastAppliedRevision("main@sha1:1"));
        return Outcome.ready(
                CommonReason.RECONCILIATION_SUCCEEDED, "Applied revision: main@sha1:1", Duration.ofHours(1));
    }

    @ClusterTest
    void showsItsProgressAndThenItsOutcome(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch seen = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(SOON, pass -> {
            pass.progress("Building manifests");
            seen.await();
            return applied(pass);
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster)) {
            objects.kustomization("app");

            assertThat(objects.awaitReady(KIND, "app", "Unknown")).isEqualTo(yaml("""
                                    conditions:
                                    - {type: Reconciling, status: "True", reason: Progressing, message: Building manifests, observedGeneration: 1}
                                    - {type: Ready, status: "Unknown", reason: Progressing, message: Reconciliation in progress, observedGeneration: 1}
                                    observedGeneration: -1
                                    """));
            seen.countDown();
            assertThat(objects.awaitReady(KIND, "app", "True")).isEqualTo(yaml("""
                                    conditions:
                                    - {type: Ready, status: "True", reason: ReconciliationSucceeded, message: "Applied revision: main@sha1:1", observedGeneration: 1}
                                    lastAppliedRevision: main@sha1:1
                                    observedGeneration: 1
                                    """));
        }
    }

    /** No pass would come to end what that one began. */
    @ClusterTest
    void isWhatItWasWhenASuspensionEndsTheTransferOfAPass(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch begun = new CountDownLatch(1);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(SOON, DirectKindTest::applied);
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster)) {
            objects.kustomization("app");
            JsonNode before = objects.awaitReady(KIND, "app", "True").path("conditions");
            script.now(pass -> {
                pass.progress("Fetching the artifact");
                pass.transferring(pass.outdated(), () -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                    return "";
                });
                return applied(pass);
            });
            objects.request(KIND, "app", "again");
            begun.await();

            objects.patch(KIND, "app", "{\"spec\":{\"suspend\":true}}");

            assertThat(objects.await(KIND, "app", o -> o.at("/status/lastHandledReconcileAt")
                                    .asText()
                                    .equals("again"))
                            .path("conditions"))
                    .isEqualTo(before);
        }
    }

    @ClusterTest
    void isNotReconcilingWhileItWaitsForAnother(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(SOON, pass -> {
            throw Waiting.on(CommonReason.DEPENDENCY_NOT_READY, "dependency 'a/b' is not ready", SOON);
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster)) {
            objects.kustomization("app");

            assertThat(objects.awaitReady(KIND, "app", "False")).isEqualTo(yaml("""
                                    conditions:
                                    - {type: Ready, status: "False", reason: DependencyNotReady, message: "dependency 'a/b' is not ready", observedGeneration: 1}
                                    observedGeneration: -1
                                    """));

            script.now(DirectKindTest::applied);
            objects.awaitReady(KIND, "app", "True");
        }
    }

    @ClusterTest
    void leavesTheObservedGenerationOfAStallThatDoesNotClaimIt(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(SOON, pass -> {
            Stalled denied = Stalled.of(CommonReason.ACCESS_DENIED, "no");
            throw pass.object().getMetadata().getName().equals("claims") ? denied.observingGeneration() : denied;
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster)) {
            objects.kustomization("plain");
            objects.kustomization("claims");

            assertThat(objects.awaitReady(KIND, "plain", "False")
                            .path("observedGeneration")
                            .asInt())
                    .isEqualTo(-1);
            assertThat(objects.awaitReady(KIND, "claims", "False")
                            .path("observedGeneration")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ClusterTest
    void endsAWaitAtOnceWhenANewerSpecCame(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<Kustomization, KustomizationStatus> script = Scripts.kustomizations(SOON, pass -> {
            if (pass.object().getSpec().path() != null) {
                return applied(pass);
            }
            pass.progress("Running health checks");
            throw Superseded.by(waited(pass));
        });
        try (RunningController _ = ScriptedController.ofKustomizations(script).start(cluster, "--concurrent=1")) {
            objects.kustomization("app");
            objects.awaitReady(KIND, "app", "Unknown");

            objects.patch(KIND, "app", "{\"spec\":{\"path\":\"./deploy\"}}");

            objects.awaitReady(KIND, "app", "True");
            assertThat(objects.status(KIND, "app").path("observedGeneration").asInt())
                    .isEqualTo(2);
        }
    }

    private static String waited(Pass<Kustomization, KustomizationStatus> pass) throws InterruptedException, Retryable {
        try {
            return pass.waiting(() -> pass.superseded().get());
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Exception failed) {
            throw Retryable.of(CommonReason.HEALTH_CHECK_FAILED, "failed", failed);
        }
    }
}
