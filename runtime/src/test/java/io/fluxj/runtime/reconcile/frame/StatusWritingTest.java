package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
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
import org.awaitility.Awaitility;

/** Status is written when it changed, and with it nothing that is not ours. */
class StatusWritingTest {
    private static final String KIND = "GitRepository";

    private static Outcome store(Pass<GitRepository, GitRepositoryStatus> pass, Duration interval) {
        pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
        return Outcome.ready(TestReason.STORED, "stored artifact", interval);
    }

    @ClusterTest
    void writesNothingWhenNothingChanged(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script =
                Scripts.gitRepositories(pass -> store(pass, Duration.ofMillis(20)));
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");
            String version = version(objects.get(KIND, "repo"));
            int passes = script.passes();

            Awaitility.await().until(() -> script.passes() >= passes + 5);

            assertThat(version(objects.get(KIND, "repo"))).isEqualTo(version);
        }
    }

    @ClusterTest
    void seesItsOwnLastStatusInTheNextPass(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            String before = pass.status().observedIgnore();
            int count = before == null ? 0 : Integer.parseInt(before);
            pass.update(status -> status.withObservedIgnore(String.valueOf(count + 1)));
            return store(pass, count >= 30 ? Duration.ofHours(1) : Duration.ofMillis(1));
        });
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");

            objects.await(
                    KIND, "repo", o -> o.at("/status/observedIgnore").asText().equals("31"));
            assertThat(script.passes()).isEqualTo(31);
        }
    }

    @ClusterTest
    void keepsTheConditionsOfOthersEvenWhenTheyCameMeanwhile(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            begun.countDown();
            changed.await();
            return store(pass, Duration.ofHours(1));
        });
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
            objects.patchStatus(KIND, "repo", """
                    {"status":{"conditions":[{"type":"Audited","status":"True","reason":"Looked","message":"fine",
                     "lastTransitionTime":"2026-01-01T00:00:00Z","observedGeneration":1}]}}
                    """);
            changed.countDown();

            JsonNode status = objects.awaitReady(KIND, "repo", "True");

            assertThat(status.path("conditions").findValuesAsText("type"))
                    .containsExactly("Ready", "ArtifactInStorage", "Audited");
        }
    }

    @ClusterTest
    void writesAsTheKindsFieldManager(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script =
                Scripts.gitRepositories(pass -> store(pass, Duration.ofHours(1)));
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");

            GitRepository repository = cluster.client()
                    .resources(GitRepository.class)
                    .inNamespace(cluster.namespace())
                    .withName("repo")
                    .require();
            assertThat(repository.getMetadata().getManagedFields())
                    .filteredOn(entry -> "status".equals(entry.getSubresource()))
                    .extracting(ManagedFieldsEntry::getManager)
                    .containsOnly("source-controller");
        }
    }

    private static String version(JsonNode object) {
        return object.at("/metadata/resourceVersion").asText();
    }
}
