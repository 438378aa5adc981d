package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/** Kinds such as Provider, which have no status to write. */
class StatuslessKindTest {
    private static final String KIND = "Provider";

    @ClusterTest
    void isReconciledAndKeepsNothingButTheFinalizer(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch go = new CountDownLatch(1);
        Script<Provider, Void> script = Scripts.providers(pass -> {
            pass.progress("looking");
            if (go.getCount() > 0) {
                throw Retryable.of(CommonReason.FAILED, "not yet");
            }
            return Outcome.ready(CommonReason.SUCCEEDED, "usable", Duration.ofMillis(20));
        });
        try (RunningController _ = ScriptedController.ofProviders(script).start(cluster)) {
            objects.provider("chat");
            Awaitility.await().until(() -> script.passes() >= 3);
            go.countDown();
            int failed = script.passes();
            Awaitility.await().until(() -> script.passes() >= failed + 3);

            assertThat(objects.get(KIND, "chat").has("status")).isFalse();
            assertThat(objects.get(KIND, "chat").at("/metadata/finalizers/0").asText())
                    .isEqualTo("finalizers.fluxcd.io");

            objects.delete(KIND, "chat");
            Awaitility.await().until(() -> !objects.exists(KIND, "chat"));
        }
    }
}
