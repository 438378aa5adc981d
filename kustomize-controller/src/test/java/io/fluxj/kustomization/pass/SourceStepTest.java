package io.fluxj.kustomization.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.SourceKind;
import io.fluxj.api.kustomize.v1.SourceReference;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.kustomization.source.SourcePolicy;
import io.fluxj.kustomization.source.SourceResolver;
import io.fluxj.kustomization.source.Sources;
import io.fluxj.kustomization.watch.Attempts;
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

    private final Attempts attempts = new Attempts();
    private final Kustomization object = kustomization();

    @Test
    void looksAgainWhenANewerRevisionCameMeanwhile() throws Exception {
        SourceStep step = step(List.of("r1", "r2"), "r2");

        step.begin(object);

        assertThat(step.resolve(object).revision()).isEqualTo("r2");
        assertThat(attempts.arrived(APP, "r2")).isFalse();
        assertThat(attempts.arrived(APP, "r3")).isTrue();
    }

    @Test
    void looksOnceWhenItIsTheRevisionThatItFound() throws Exception {
        SourceStep step = step(List.of("r2"), "r2");

        step.begin(object);

        assertThat(step.resolve(object).revision()).isEqualTo("r2");
    }

    @Test
    void aPassThatIsOverMissesNothing() throws Exception {
        SourceStep step = step(List.of("r1"), "r1");
        step.begin(object);
        step.resolve(object);

        step.end(object);

        assertThat(attempts.arrived(APP, "r2")).isFalse();
    }

    /** Gives these revisions one after the other; {@code arriving} arrives during the first look, before it ends. */
    private SourceStep step(List<String> revisions, String arriving) {
        Queue<String> left = new ArrayDeque<>(revisions);
        Sources sources = (namespace, name) -> {
            if (left.size() == revisions.size()) {
                assertThat(attempts.arrived(APP, arriving)).isFalse();
            }
            return Optional.of(repository(left.remove()));
        };
        SourcePolicy policy = new SourcePolicy(false, false, Duration.ofSeconds(5));
        return new SourceStep(new SourceResolver(sources, policy), attempts);
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
        object.setSpec(KustomizationSpec.builder()
                .interval(new GoDuration("1h"))
                .sourceRef(SourceReference.builder()
                        .kind(Choice.of(SourceKind.GIT_REPOSITORY))
                        .name("src")
                        .build())
                .build());
        return object;
    }
}
