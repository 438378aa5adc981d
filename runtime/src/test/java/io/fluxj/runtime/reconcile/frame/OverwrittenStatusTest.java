package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A status that somebody else wrote is put right. */
class OverwrittenStatusTest {
    private static final String KIND = "GitRepository";

    private static Outcome store(Pass<GitRepository, GitRepositoryStatus> pass) {
        pass.update(status -> status.withObservedIgnore("ours"));
        pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
        return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
    }

    @ClusterTest
    void atOnceWhenItComesBetweenTwoPasses(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(OverwrittenStatusTest::store);
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");
            int passes = script.passes();

            objects.patchStatus(KIND, "repo", "{\"status\":{\"observedIgnore\":\"theirs\"}}");

            objects.await(
                    KIND, "repo", o -> o.at("/status/observedIgnore").asText().equals("ours"));
            assertThat(script.passes()).isEqualTo(passes + 1);
        }
    }

    @ClusterTest
    void byThePassThatIsRunning(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            begun.countDown();
            assertThat(changed.await(2, TimeUnit.MINUTES)).isTrue();
            return store(pass);
        });
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
            objects.patchStatus(KIND, "repo", "{\"status\":{\"observedIgnore\":\"theirs\"}}");
            changed.countDown();

            objects.awaitReady(KIND, "repo", "True");
            assertThat(objects.get(KIND, "repo").at("/status/observedIgnore").asText())
                    .isEqualTo("ours");
        }
    }
}
