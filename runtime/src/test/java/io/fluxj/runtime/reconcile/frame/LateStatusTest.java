package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.client.WriteRefused;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.SinglePass;
import io.fluxj.runtime.scripted.TestObjects;
import io.fluxj.runtime.scripted.TestReason;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A status that leaves the process, which was frozen at that very moment, when another leads already. */
class LateStatusTest {
    private static final String KIND = "GitRepository";
    private static final int LAST_LOOK = 2;

    @ClusterTest
    void overwritesNothing(KubeCluster cluster) {
        TestObjects objects = new TestObjects(cluster);
        objects.gitRepository("repo");
        SinglePass.over(read(cluster), script("1"), cluster.client());
        CompletableFuture<JsonNode> asTheNextLeftIt = new CompletableFuture<>();
        WriteFence frozenAfterItsLastLook = fence(() -> {
            objects.patchStatus(KIND, "repo", "{\"status\":{\"observedIgnore\":\"next\"}}");
            asTheNextLeftIt.complete(objects.get(KIND, "repo"));
        });

        SinglePass.over(read(cluster), script("2"), KubernetesClients.fenced(cluster.client(), frozenAfterItsLastLook));

        assertThat(asTheNextLeftIt).isCompleted();
        assertThat(asTheNextLeftIt.join().at("/status/observedIgnore").asText()).isEqualTo("next");
        assertThat(objects.get(KIND, "repo")).isEqualTo(asTheNextLeftIt.join());
    }

    /** Open for one request, which is on its way when the next leader writes. */
    private static WriteFence fence(Runnable nextLeader) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            int look = asked.incrementAndGet();
            if (look > LAST_LOOK) {
                throw new WriteRefused("the leader lease was lost");
            }
            if (look == LAST_LOOK) {
                nextLeader.run();
            }
        };
    }

    private static Script<GitRepository, GitRepositoryStatus> script(String ignore) {
        return Scripts.gitRepositories(pass -> {
            pass.update(status -> status.withObservedIgnore(ignore));
            pass.conditions().markTrue("ArtifactInStorage", TestReason.STORED, "stored artifact");
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });
    }

    private static GitRepository read(KubeCluster cluster) {
        return cluster.client()
                .resources(GitRepository.class)
                .inNamespace(cluster.namespace())
                .withName("repo")
                .require();
    }
}
