package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** An object goes when its cleaning up is done, and not before. */
class DeletionTest {
    private static final String KIND = "GitRepository";

    private static Script<GitRepository, GitRepositoryStatus> script() {
        return Scripts.gitRepositories(pass -> {
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
    }

    @ClusterTest
    void staysUntilCleaningUpSucceeds(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        AtomicInteger tries = new AtomicInteger();
        Script<GitRepository, GitRepositoryStatus> script = script();
        script.onDeletion(pass -> {
            if (tries.incrementAndGet() < 3) {
                throw Retryable.of(TestReason.GIT_OPERATION_FAILED, "cannot remove the artifact");
            }
        });
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");

            objects.delete(KIND, "repo");

            Awaitility.await().until(() -> !objects.exists(KIND, "repo"));
            assertThat(tries.get()).isEqualTo(3);
        }
    }

    @ClusterTest
    void goesAlsoWhenSuspended(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = script();
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");
            objects.patch(KIND, "repo", "{\"spec\":{\"suspend\":true}}");

            objects.delete(KIND, "repo");

            Awaitility.await().until(() -> !objects.exists(KIND, "repo"));
        }
    }

    @ClusterTest
    void leavesTheFinalizersOfOthersInPlace(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = script();
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");
            objects.patch(
                    KIND, "repo", "{\"metadata\":{\"finalizers\":[\"test.example/hold\",\"finalizers.fluxcd.io\"]}}");

            objects.delete(KIND, "repo");

            objects.await(
                    KIND, "repo", o -> o.at("/metadata/finalizers").toString().equals("[\"test.example/hold\"]"));
            objects.patch(KIND, "repo", "{\"metadata\":{\"finalizers\":null}}");
            Awaitility.await().until(() -> !objects.exists(KIND, "repo"));
        }
    }
}
