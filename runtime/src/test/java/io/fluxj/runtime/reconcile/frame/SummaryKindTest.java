package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;

/** What becomes of an object whose Ready is a summary, as source-controller's are. */
class SummaryKindTest {
    private static final String KIND = "GitRepository";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static Outcome store(Pass<GitRepository, GitRepositoryStatus> pass) {
        pass.conditions().clear("FetchFailed");
        pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
        return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofMinutes(10));
    }

    private static Outcome fail(Pass<GitRepository, GitRepositoryStatus> pass) throws Retryable {
        throw Retryable.of(TestReason.GIT_OPERATION_FAILED, "repository not found")
                .marking("FetchFailed");
    }

    /** Not in the middle of the next try. */
    private static boolean isAtRest(JsonNode object) {
        return object.at("/status/conditions/0/reason").asText().equals("ProgressingWithRetry");
    }

    private static JsonNode yaml(String text) throws Exception {
        return YAML.readTree(text);
    }

    @ClusterTest
    void becomesReadyWithTheMessageOfItsArtifact(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(SummaryKindTest::store);
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");

            assertThat(objects.awaitReady(KIND, "repo", "True")).isEqualTo(yaml("""
                                    conditions:
                                    - {type: Ready, status: "True", reason: Succeeded, message: stored artifact, observedGeneration: 1}
                                    - {type: ArtifactInStorage, status: "True", reason: Succeeded, message: stored artifact, observedGeneration: 1}
                                    observedGeneration: 1
                                    """));
            assertThat(objects.get(KIND, "repo").at("/metadata/finalizers")).isEqualTo(yaml("[finalizers.fluxcd.io]"));
        }
    }

    @ClusterTest
    void keepsTryingAfterAFailureAndRecovers(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(SummaryKindTest::fail);
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");

            assertThat(objects.await(KIND, "repo", SummaryKindTest::isAtRest)).isEqualTo(yaml("""
                                    conditions:
                                    - {type: Reconciling, status: "True", reason: ProgressingWithRetry, message: "processing object: new generation -1 -> 1", observedGeneration: 1}
                                    - {type: Ready, status: "False", reason: GitOperationFailed, message: repository not found, observedGeneration: 1}
                                    - {type: FetchFailed, status: "True", reason: GitOperationFailed, message: repository not found, observedGeneration: 1}
                                    observedGeneration: -1
                                    """));

            script.now(SummaryKindTest::store);
            assertThat(objects.awaitReady(KIND, "repo", "True")
                            .path("observedGeneration")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ClusterTest
    void stallsUntilItsSpecChanges(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            if (pass.object().getSpec().url().contains("good")) {
                return store(pass);
            }
            throw Stalled.of(TestReason.URL_INVALID, "the URL is wrong").marking("FetchFailed");
        });
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");

            assertThat(objects.awaitReady(KIND, "repo", "False")).isEqualTo(yaml("""
                                    conditions:
                                    - {type: Stalled, status: "True", reason: URLInvalid, message: the URL is wrong, observedGeneration: 1}
                                    - {type: Ready, status: "False", reason: URLInvalid, message: the URL is wrong, observedGeneration: 1}
                                    - {type: FetchFailed, status: "True", reason: URLInvalid, message: the URL is wrong, observedGeneration: 1}
                                    observedGeneration: 1
                                    """));

            objects.patch(KIND, "repo", "{\"spec\":{\"url\":\"https://good.test\"}}");
            assertThat(objects.awaitReady(KIND, "repo", "True")
                            .path("observedGeneration")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @ClusterTest
    void copiesOnlyTheTokenWhileSuspended(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(SummaryKindTest::store);
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");
            int passes = script.passes();

            objects.patch(KIND, "repo", "{\"spec\":{\"suspend\":true}}");
            objects.request(KIND, "repo", "t1");

            assertThat(objects.await(KIND, "repo", o -> o.at("/status/lastHandledReconcileAt")
                            .asText()
                            .equals("t1")))
                    .isEqualTo(yaml("""
                                    conditions:
                                    - {type: Ready, status: "True", reason: Succeeded, message: stored artifact, observedGeneration: 2}
                                    - {type: ArtifactInStorage, status: "True", reason: Succeeded, message: stored artifact, observedGeneration: 1}
                                    lastHandledReconcileAt: t1
                                    observedGeneration: 2
                                    """));
            assertThat(script.passes()).isEqualTo(passes);
        }
    }

    @ClusterTest
    void copiesTheTokenOfARequest(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(SummaryKindTest::store);
        try (RunningController _ = ScriptedController.ofGitRepositories(script).start(cluster)) {
            objects.gitRepository("repo");
            objects.awaitReady(KIND, "repo", "True");

            objects.request(KIND, "repo", "2026-01-01T00:00:00Z");

            objects.await(KIND, "repo", o -> o.at("/status/lastHandledReconcileAt")
                    .asText()
                    .equals("2026-01-01T00:00:00Z"));
        }
    }
}
