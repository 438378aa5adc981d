package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Of several processes one works, and the next takes over when it stops. */
class LeadingTest {
    private static final String[] ELECTION = {
        "--enable-leader-election", "--leader-election-retry-period=200ms", "--leader-election-renew-deadline=10s"
    };

    private static Script<GitRepository, GitRepositoryStatus> script() {
        return Scripts.gitRepositories(pass -> {
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
    }

    @ClusterTest
    void theNextWorksAsSoonAsTheFirstGaveItsLeaseBack(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> firsts = script();
        Script<GitRepository, GitRepositoryStatus> seconds = script();
        RunningController first = ScriptedController.ofGitRepositories(firsts).start(cluster, ELECTION);
        try (RunningController second =
                ScriptedController.ofGitRepositories(seconds).startOnly(cluster, ELECTION)) {
            objects.gitRepository("one");
            objects.awaitReady("GitRepository", "one", "True");
            assertThat(second.working()).isNotDone();
            assertThat(seconds.passes()).isZero();
            assertThat(cluster.client()
                            .leases()
                            .inNamespace(cluster.namespace())
                            .withName("source-controller-leader-election")
                            .require()
                            .getSpec()
                            .getHolderIdentity())
                    .startsWith("pod-1_");

            first.close();

            second.working().get(120, TimeUnit.SECONDS);
            objects.gitRepository("two");
            objects.awaitReady("GitRepository", "two", "True");
            assertThat(seconds.passes()).isPositive();
        } finally {
            first.close();
        }
    }
}
