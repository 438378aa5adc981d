package io.fluxj.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.scripted.RestlessMain;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** A leader that was frozen for longer than its lease, in the middle of its work, writes nothing more when it goes on. */
class FrozenLeaderTest {
    private static final String KIND = "GitRepository";
    private static final int TRIES = Integer.getInteger("tries", 2);
    private static final List<String> FLAGS = List.of(
            "--metrics-addr=0",
            "--health-addr=0",
            "--watch-all-namespaces=false",
            "--interval-jitter-percentage=0",
            "--enable-leader-election",
            "--leader-election-lease-duration=6s",
            "--leader-election-renew-deadline=4s",
            "--leader-election-retry-period=200ms");

    @TempDir
    Path folder;

    @ClusterTest
    void writesNothingMoreAndEnds(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String name = "repo-" + attempt;
            objects.gitRepository(name);
            try (ControllerProcess first = ControllerProcess.start(
                    RestlessMain.class, folder.resolve(name + ".log"), ControllerProcess.in(cluster), FLAGS)) {
                objects.await(KIND, name, object -> count(object) > 5);
                first.signal("STOP");

                JsonNode asTheNextLeftIt = takenOver(objects, cluster, name);
                first.signal("CONT");

                assertThat(first.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(first.process().exitValue()).isEqualTo(1);
                assertThat(first.logged()).contains("the leader lease was lost");
                assertThat(objects.get(KIND, name)).isEqualTo(asTheNextLeftIt);
            }
        }
    }

    private static JsonNode takenOver(TestObjects objects, KubeCluster cluster, String name) throws Exception {
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            pass.update(status -> status.withObservedIgnore("-1"));
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
        try (RunningController _ = ScriptedController.ofGitRepositories(script)
                .start(cluster, FLAGS.subList(4, FLAGS.size()).toArray(String[]::new))) {
            objects.await(KIND, name, object -> count(object) == -1);
        }
        return objects.get(KIND, name);
    }

    private static int count(JsonNode object) {
        return object.at("/status/observedIgnore").asInt();
    }
}
