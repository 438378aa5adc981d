package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.scripted.Script;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.scripted.SinglePass;
import io.fluxj.runtime.scripted.SmallApi;
import io.fluxj.runtime.scripted.TestReason;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes at the very moment in which a pass begins. */
class NothingIsLostTest {
    private final SmallApi api = SmallApi.start();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aSpecThatComesWhileTheObjectIsReadEndsThePassEarly() {
        GitRepository read = api.client().resource(repository()).create();
        ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());
        KindState<GitRepository> state = new KindState<>(GitRepository.class, 1, metrics);
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        Script<GitRepository, GitRepositoryStatus> script = Scripts.gitRepositories(pass -> {
            told.complete(pass.superseded().isDone() && pass.outdated().isDone());
            return Outcome.ready(TestReason.STORED, "stored artifact", Duration.ofHours(1));
        });

        new ReconcileFrame<>(script, SinglePass.parts(api.client(), metrics), state)
                .reconcile(read, SinglePass.context(() -> {
                    state.triggers().updateFilter().accept(newer(api.client(), read), read);
                    return Optional.of(read);
                }));

        assertThat(told).isCompletedWithValue(true);
    }

    private static GitRepository repository() {
        GitRepository repository = new GitRepository();
        repository.setMetadata(
                new ObjectMetaBuilder().withNamespace("apps").withName("repo").build());
        repository.setSpec(GitRepositorySpec.builder()
                .url("https://git.test/repo")
                .interval(new GoDuration("10m"))
                .build());
        return repository;
    }

    private static GitRepository newer(KubernetesClient client, GitRepository read) {
        GitRepository newer = client.getKubernetesSerialization().clone(read);
        newer.getMetadata().setGeneration(read.getMetadata().getGeneration() + 1);
        return newer;
    }
}
