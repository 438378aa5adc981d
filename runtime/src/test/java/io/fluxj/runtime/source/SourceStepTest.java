package io.fluxj.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A revision that comes while a pass looks its source up is not lost. */
final class SourceStepTest {

    private static final ResourceID APP = new ResourceID("app", "apps");

    private static final SourceName SRC = new SourceName("GitRepository", "apps", "src");
    private static final Duration RETRY = Duration.ofHours(1);

    private final Attempts attempts = new Attempts();
    private final Kustomization object = kustomization();

    @Test
    void looksAgainWhenANewerRevisionCameMeanwhile() throws Exception {
        SourceStep<Kustomization> step = step(List.of("r1", "r2"), "r2");

        step.begin(object);

        assertThat(step.resolve(object, SRC, RETRY).revision()).isEqualTo("r2");
        assertThat(attempts.arrived(APP, SRC, "r2")).isFalse();
        assertThat(attempts.arrived(APP, SRC, "r3")).isTrue();
    }

    @Test
    void looksOnceWhenItIsTheRevisionThatItFound() throws Exception {
        SourceStep<Kustomization> step = step(List.of("r2"), "r2");

        step.begin(object);

        assertThat(step.resolve(object, SRC, RETRY).revision()).isEqualTo("r2");
    }

    @Test
    void tellsTheRevisionsOfSeveralSourcesApart() throws Exception {
        SourceName other = new SourceName("GitRepository", "apps", "other");
        SourceStep<Kustomization> step = step(List.of("r1", "r2"), "r1");
        step.begin(object);
        step.resolve(object, SRC, RETRY);
        attempts.missed(APP, other, "r2");

        assertThat(attempts.arrived(APP, SRC, "r1")).isFalse();
        assertThat(attempts.arrived(APP, other, "r2")).isFalse();
        assertThat(attempts.arrived(APP, other, "r3")).isTrue();
    }

    @Test
    void aPassThatIsOverMissesNothing() throws Exception {
        SourceStep<Kustomization> step = step(List.of("r1"), "r1");
        step.begin(object);
        step.resolve(object, SRC, RETRY);

        step.end(object);

        assertThat(attempts.arrived(APP, SRC, "r2")).isFalse();
    }

    /** Gives these revisions one after the other; {@code arriving} arrives during the first look, before it ends. */
    private SourceStep<Kustomization> step(List<String> revisions, String arriving) {
        Queue<String> left = new ArrayDeque<>(revisions);
        Sources sources = name -> {
            if (left.size() == revisions.size()) {
                assertThat(attempts.arrived(APP, SRC, arriving)).isFalse();
            }
            return Optional.of(new Source(repository(left.remove())));
        };
        SourcePolicy policy = new SourcePolicy(false, false, Duration.ofSeconds(5));
        return new SourceStep<>(new SourceResolver(sources, policy), attempts);
    }

    private static GitRepository repository(String revision) {
        GitRepository repository = new GitRepository();
        repository.setStatus(GitRepositoryStatus.builder()
                .artifact(Artifact.builder()
                        .revision(revision)
                        .digest("sha256:" + "0".repeat(64))
                        .url("http://source.invalid/a.tar.gz")
                        .build())
                .build());
        return repository;
    }

    private static Kustomization kustomization() {
        Kustomization object = new Kustomization();
        object.setMetadata(
                new ObjectMetaBuilder().withNamespace("apps").withName("app").build());
        return object;
    }
}
