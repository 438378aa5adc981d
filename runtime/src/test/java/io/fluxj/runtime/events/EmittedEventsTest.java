package io.fluxj.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** What others learn of a pass. */
class EmittedEventsTest {
    private static final String KIND = "GitRepository";
    private static final Map<String, String> REVISION = Map.of("source.toolkit.fluxcd.io/revision", "main@sha1:1");

    private static List<Event> events(KubeCluster cluster) {
        return cluster.client()
                .v1()
                .events()
                .inNamespace(cluster.namespace())
                .list()
                .getItems();
    }

    @ClusterTest
    void aSuccessIsAnnouncedInTheClusterAndToTheEventsAddress(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1))
                    .announcing(new Announcement(
                            Severity.INFO, TestReason.NEW_ARTIFACT, "stored artifact for commit 'first'", REVISION));
        });
        try (EventSink sink = EventSink.start();
                RunningController _ =
                        ScriptedController.ofGitRepositories(script).start(cluster, "--events-addr=" + sink.url())) {
            objects.create("""
                    apiVersion: source.toolkit.fluxcd.io/v1
                    kind: GitRepository
                    metadata: {name: repo, annotations: {event.toolkit.fluxcd.io/summary: production}}
                    spec: {interval: 10m, url: "https://git.test/repo"}
                    """);

            Awaitility.await()
                    .until(() -> sink.events().size() == 1 && events(cluster).size() == 1);

            ObjectNode posted = (ObjectNode) sink.events().getFirst();
            JsonNode involved = posted.remove("involvedObject");
            posted.remove("timestamp");
            assertThat(posted.toString())
                    .isEqualTo("{\"severity\":\"info\",\"message\":\"stored artifact for commit 'first'\","
                            + "\"reason\":\"NewArtifact\",\"metadata\":{\"event.toolkit.fluxcd.io/summary\":\"production\","
                            + "\"source.toolkit.fluxcd.io/revision\":\"main@sha1:1\"},"
                            + "\"reportingController\":\"source-controller\",\"reportingInstance\":\"pod-1\"}");
            assertThat(involved.path("uid").asText())
                    .isEqualTo(objects.get(KIND, "repo").at("/metadata/uid").asText());

            Event event = events(cluster).getFirst();
            assertThat(event.getType()).isEqualTo("Normal");
            assertThat(event.getReason()).isEqualTo("NewArtifact");
            assertThat(event.getMetadata().getAnnotations())
                    .isEqualTo(Map.of(
                            "event.toolkit.fluxcd.io/summary",
                            "production",
                            "source.toolkit.fluxcd.io/revision",
                            "main@sha1:1"));
            assertThat(event.getSource().getComponent()).isEqualTo("source-controller");
            assertThat(event.getReportingComponent()).isEqualTo("source-controller");
        }
    }

    @ClusterTest
    void aFailureThatRepeatsIsCounted(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            throw Retryable.of(TestReason.GIT_OPERATION_FAILED, "no https://me:secret@git.test/x")
                    .marking("FetchFailed");
        });
        try (RunningController _ =
                ScriptedController.ofGitRepositories(script).start(cluster, "--max-retry-delay=60ms")) {
            objects.gitRepository("repo");

            Awaitility.await().until(() -> events(cluster).stream().anyMatch(event -> event.getCount() >= 3));

            assertThat(events(cluster)).hasSize(1);
            assertThat(events(cluster).getFirst().getType()).isEqualTo("Warning");
            assertThat(events(cluster).getFirst().getMessage()).isEqualTo("no https://*****@git.test/x");
        }
    }

    @ClusterTest
    void aTraceIsNotPosted(KubeCluster cluster) throws Exception {
        TestObjects objects = new TestObjects(cluster);
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            pass.emit(Severity.TRACE, TestReason.STORED, "nothing new", Map.of());
            pass.emit(Severity.INFO, TestReason.NEW_ARTIFACT, "something new", Map.of());
            return Outcome.unchanged(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
        try (EventSink sink = EventSink.start();
                RunningController _ =
                        ScriptedController.ofGitRepositories(script).start(cluster, "--events-addr=" + sink.url())) {
            objects.gitRepository("repo");

            Awaitility.await()
                    .until(() -> events(cluster).size() == 2 && !sink.events().isEmpty());

            assertThat(sink.events())
                    .extracting(event -> event.path("message").asText())
                    .containsExactly("something new");
            assertThat(Set.copyOf(events(cluster).stream().map(Event::getType).toList()))
                    .containsExactly("Normal");
        }
    }
}
