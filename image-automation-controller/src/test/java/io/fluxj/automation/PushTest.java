package io.fluxj.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** Pushes that servers do not take, because of a hook, a protection, or what others pushed meanwhile. */
class PushTest {
    @TempDir
    Path work;

    @ClusterTest
    void aRefusedPushLeavesTheBranchAsItIsAndIsTriedAgain(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            stage.git().refuse("fleet", "GH006: Protected branch update failed for refs/heads/main.");
            fleet.automate("apps", Fleet.SPEC);

            fleet.awaitReady(
                    "apps",
                    "False GitOperationFailed failed to update source: failed to push to remote: command error on"
                            + " refs/heads/main: GH006: Protected branch update failed for refs/heads/main.");
            assertThat(fleet.log("main")).containsExactly("Initial");
            stage.git().accept("fleet");

            fleet.awaitPush("apps");
            assertThat(fleet.log("main")).containsExactly("set ghcr.io/acme/web:2.0.0", "Initial");
        }
    }

    @ClusterTest
    void whatOthersPushMeanwhileIsKept(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            theyPushFirst(fleet, 1);
            fleet.automate("apps", Fleet.SPEC);

            fleet.awaitPush("apps");
            assertThat(fleet.log("main")).containsExactly("set ghcr.io/acme/web:2.0.0", "theirs-1", "Initial");
            assertThat(fleet.files("main")).containsKeys("theirs-1.txt").containsEntry("app.yaml", fleet.file("2.0.0"));
            fleet.awaitTold(
                    "apps",
                    "Warning GitOperationFailed failed to update source: failed to push to remote:"
                            + " non-fast-forward update: refs/heads/main");
        }
    }

    @ClusterTest
    void withTheGateItIsPushedAgainWithinThePass(KubeCluster cluster) throws Exception {
        try (AutomationStage stage =
                AutomationStage.open(cluster, work, "--feature-gates=GitPushRetryOnFailure=true")) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            theyPushFirst(fleet, 1);
            fleet.automate("apps", Fleet.SPEC);

            fleet.awaitPush("apps");
            assertThat(fleet.log("main")).containsExactly("set ghcr.io/acme/web:2.0.0", "theirs-1", "Initial");
            assertThat(fleet.told("apps")).noneMatch(told -> told.startsWith("Warning"));
        }
    }

    @ClusterTest
    void withTheGateItIsGivenUpAfterHalfTheInterval(KubeCluster cluster) throws Exception {
        try (AutomationStage stage =
                AutomationStage.open(cluster, work, "--feature-gates=GitPushRetryOnFailure=true")) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            stage.git().refuse("fleet", "no");
            fleet.automate("apps", Fleet.SPEC.replace("interval: 1h", "interval: 7s"));

            fleet.awaitReady(
                    "apps",
                    "False GitOperationFailed failed to update source: failed to push to remote: giving up after 2"
                            + " attempts: command error on refs/heads/main: no");
        }
    }

    /** Each of them is beaten by the other now and then, and nothing of either is lost. */
    @ClusterTest
    void twoAutomationsShareABranch(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            fleet.automate("all", Fleet.SPEC);
            fleet.automate("team", Fleet.SPEC.replace("path: ./", "path: ./team"));
            for (String tag : new String[] {"2.0.0", "2.1.0", "2.2.0"}) {
                fleet.choose(tag);
                fleet.awaitFiles("main", Map.of("app.yaml", fleet.file(tag), "team/app.yaml", fleet.file(tag)));
                fleet.awaitReady("all", "True Succeeded");
                fleet.awaitReady("team", "True Succeeded");
            }
            assertThat(fleet.log("main")).endsWith("Initial");
        }
    }

    @ClusterTest
    void whatAServerSaysOfACredentialIsMasked(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = new Fleet(stage, "fleet");
            stage.secret(fleet.namespace(), "login", Map.of("username", "bot", "password", "tok-123456"));
            fleet.begin("url: " + stage.git().url() + "/fleet.git\nsecretRef: {name: login}\n");
            stage.git().refuse("fleet", "tok-123456 may not push");
            fleet.automate("apps", Fleet.SPEC);

            fleet.awaitReady("apps", "False GitOperationFailed");
            assertThat(fleet.ready("apps")).endsWith(" may not push").doesNotContain("tok-123456");
            Awaitility.await("a warning")
                    .untilAsserted(() -> assertThat(fleet.told("apps")).anyMatch(told -> told.startsWith("Warning")));
            assertThat(fleet.told("apps")).noneMatch(told -> told.contains("tok-123456"));
        }
    }

    @ClusterTest
    void aTemplateThatNeverEndsPushesNothing(KubeCluster cluster) throws Exception {
        try (AutomationStage stage = AutomationStage.open(cluster, work)) {
            Fleet fleet = Fleet.begin(stage, "fleet");
            fleet.automate(
                    "apps",
                    Fleet.SPEC.replace(
                            "set {{ range .Changed.Changes }}",
                            "{{ range until 100000000 }}x{{ end }}" + "{{ range .Changed.Changes }}"));

            fleet.awaitReady(
                    "apps", "False GitOperationFailed failed to update source: failed to run template from spec:");
            assertThat(fleet.log("main")).containsExactly("Initial");
            assertThat(stage.git().pushes("fleet")).isEmpty();
        }
    }

    private static void theyPushFirst(Fleet fleet, int times) {
        AtomicInteger pushed = new AtomicInteger();
        fleet.stage().git().beforePushes(fleet.name(), _ -> {
            int now = pushed.incrementAndGet();
            if (now <= times) {
                try {
                    fleet.commitOther("main", "theirs-" + now);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        });
    }
}
