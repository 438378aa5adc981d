package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxj.helm.action.ActionException;
import io.fluxj.helm.action.ActionFailure;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helm.action.TestFilter;
import io.fluxj.helm.action.WaitMode;
import io.fluxj.helm.release.Release;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What actions wait for, and what ends them. Texts are those of the recorded scenarios and of Helm 4.3. */
class AwaitingTest {
    @ClusterTest
    void aFailedHookEndsTheAction(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{}");
            ActionException failure = Shop.failure(() -> shop.upgrade("{msg: no, hooks: {pre-upgrade: Failed}}"));

            String message = "pre-upgrade hooks failed: failed early due to stalled resources: [Pod/" + shop.namespace
                    + "/shop-pre-upgrade status: 'Failed']";
            assertThat(failure).hasMessage(message);
            assertThat(failure.failure())
                    .isInstanceOfSatisfying(ActionFailure.HookFailed.class, hook -> assertThat(hook.hook())
                            .isEqualTo("shop-pre-upgrade"));
            assertThat(shop.history().getLast()).isEqualTo("2 failed Upgrade \"shop\" failed: " + message);
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("default");
        }
    }

    @ClusterTest
    void runsTheTestsThatAreChosen(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            shop.install("{tests: {good: Succeeded, bad: Failed}}");
            Release tested = shop.actions().test().run("shop", List.of(new TestFilter("shop-bad", true)), Shop.OPTIONS);
            assertThat(tested.objects().hooks())
                    .extracting(hook -> hook.name() + " " + hook.lastRun().phase())
                    .containsExactly("shop-bad ", "shop-good Succeeded");

            ActionException failure = Shop.failure(() -> shop.actions().test().run("shop", List.of(), Shop.OPTIONS));
            assertThat(failure)
                    .hasMessage("failed early due to stalled resources: [Pod/" + shop.namespace
                            + "/shop-bad status: 'Failed']");
            assertThat(failure.release()
                            .orElseThrow()
                            .objects()
                            .hooks()
                            .getFirst()
                            .lastRun()
                            .phase())
                    .isEqualTo("Failed");
            assertThat(shop.history()).containsExactly("1 deployed Install complete");
        }
    }

    @ClusterTest
    void aWaitThatIsCancelledEndsAtOnceAndIsNoted(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            List<ActionException> failures = new ArrayList<>();
            Thread installing = Thread.ofVirtual()
                    .start(() -> failures.add(Shop.failure(() -> shop.install("{deploy: true, neverReady: true}"))));
            await().until(() -> shop.live("Deployment", "shop").isPresent());
            shop.cancel.fire("a newer spec");
            await().atMost(Duration.ofSeconds(10)).until(() -> !installing.isAlive());

            assertThat(failures.getFirst()).hasMessage("a newer spec");
            assertThat(failures.getFirst().failure()).isEqualTo(new ActionFailure.Cancelled());
            assertThat(shop.history()).containsExactly("1 failed Release \"shop\" failed: a newer spec");
        }
    }

    @ClusterTest
    void saysWhatIsNotReadyInTime(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            String values = "{deploy: true, neverReady: true}";
            ActionOptions soon = ActionOptions.of(Duration.ofSeconds(4));
            assertThat(Shop.failure(() -> shop.actions().install().run(shop.wanted(values), soon)))
                    .hasMessage("timeout waiting for: [Deployment/" + shop.namespace + "/shop status: 'InProgress']");
            assertThat(Shop.failure(() ->
                            shop.actions().upgrade().run(shop.wanted(values), soon.withWaitMode(WaitMode.LEGACY))))
                    .hasMessage("context deadline exceeded");
            shop.actions().upgrade().run(shop.wanted(values), soon.withWaitMode(WaitMode.HOOKS_ONLY));
            assertThat(shop.history().getLast()).isEqualTo("3 deployed Upgrade complete");
        }
    }

    @ClusterTest
    void anInterruptedActionWritesNothingMoreAndCanBeUnlocked(KubeCluster kube) {
        try (Shop shop = new Shop(kube)) {
            List<ActionException> failures = new ArrayList<>();
            Thread installing = Thread.ofVirtual()
                    .start(() -> failures.add(Shop.failure(() -> shop.install("{deploy: true, neverReady: true}"))));
            await().until(() -> shop.live("Deployment", "shop").isPresent());
            installing.interrupt();
            await().atMost(Duration.ofSeconds(10)).until(() -> !installing.isAlive());

            assertThat(failures.getFirst().failure()).isEqualTo(new ActionFailure.Cancelled());
            assertThat(shop.history()).containsExactly("1 pending-install Initial install underway");
            shop.actions().unlock().run("shop");
            assertThat(shop.history()).containsExactly("1 failed Release unlocked from stale 'pending-install' state");
            shop.upgrade("{}");
            assertThat(shop.history().getLast()).isEqualTo("2 deployed Upgrade complete");
            assertThat(shop.live("Deployment", "shop")).isEmpty();
        }
    }
}
