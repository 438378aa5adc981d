package io.fluxj.kustomization.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.api.kustomize.v1.SourceKind;
import io.fluxj.api.kustomize.v1.SourceReference;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Choice;
import io.fluxj.runtime.source.ResolvedSource;
import io.fluxj.runtime.source.SourceName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceSetTest {

    private static final ResolvedSource APP = source("app", "main@sha1:1", "a");
    private static final ResolvedSource SHARED = source("shared", "v1@sha256:2", "b");

    @Test
    void aSingleOneIsAsItsArtifact() {
        SourceSet sources = new SourceSet(List.of(APP));

        assertThat(sources.text()).isEqualTo("main@sha1:1");
        assertThat(sources.digest()).isEqualTo(APP.artifact().digest());
        assertThat(sources.revisions()).isEmpty();
    }

    @Test
    void severalAreToldApartByContentAndPlace() {
        String digest = new SourceSet(List.of(APP, SHARED)).digest();

        assertThat(new SourceSet(List.of(SHARED, APP)).digest())
                .as("the same files at the same places")
                .isEqualTo(digest);
        assertThat(new SourceSet(List.of(APP, source("shared", "v1@sha256:2", "c"))).digest())
                .isNotEqualTo(digest);
        assertThat(new SourceSet(List.of(APP, source("common", "v1@sha256:2", "b"))).digest())
                .isNotEqualTo(digest);
    }

    @Test
    void areAppliedWhenAllAre() {
        SourceSet sources = new SourceSet(List.of(APP, SHARED));

        assertThat(sources.areApplied(status("main@sha1:1", Map.of("app", "main@sha1:1", "shared", "v1@sha256:2"))))
                .isTrue();
        assertThat(sources.areApplied(status("main@sha1:1", Map.of("app", "main@sha1:1", "shared", "v0@sha256:0"))))
                .isFalse();
        assertThat(sources.areApplied(status("main@sha1:1", Map.of()))).isFalse();
    }

    @Test
    void leaveADependencyBehindWithEachSourceThatItUsesToo() {
        SourceSet sources = new SourceSet(List.of(APP, SHARED));

        assertThat(sources.leaveBehind(dependency("app", List.of(), status("main@sha1:1", Map.of()))))
                .isFalse();
        assertThat(sources.leaveBehind(dependency("app", List.of(), status("main@sha1:0", Map.of()))))
                .isTrue();
        assertThat(sources.leaveBehind(dependency("shared", List.of(), status("v0@sha256:0", Map.of()))))
                .as("its only one is one of ours")
                .isTrue();
        assertThat(sources.leaveBehind(dependency("other", List.of(), status("v0@sha256:0", Map.of()))))
                .isFalse();
        assertThat(sources.leaveBehind(dependency(
                        "other",
                        List.of("shared"),
                        status("x@sha1:3", Map.of("other", "x@sha1:3", "shared", "v1@sha256:2")))))
                .isFalse();
        assertThat(sources.leaveBehind(dependency(
                        "other",
                        List.of("shared"),
                        status("x@sha1:3", Map.of("other", "x@sha1:3", "shared", "v0@sha256:0")))))
                .isTrue();
    }

    private static ResolvedSource source(String name, String revision, String content) {
        return new ResolvedSource(
                new SourceName("GitRepository", "apps", name),
                Artifact.builder()
                        .revision(revision)
                        .digest("sha256:" + content.repeat(64))
                        .url("http://source.invalid/" + name)
                        .build());
    }

    private static KustomizationStatus status(String applied, Map<String, String> revisions) {
        return KustomizationStatus.builder()
                .lastAppliedRevision(applied)
                .lastAppliedRevisions(revisions)
                .build();
    }

    private static Kustomization dependency(String source, List<String> more, KustomizationStatus status) {
        Kustomization object = new Kustomization();
        object.setMetadata(
                new ObjectMetaBuilder().withNamespace("apps").withName("base").build());
        object.setSpec(KustomizationSpec.builder()
                .sourceRef(reference(source))
                .sourceRefs(more.stream().map(SourceSetTest::reference).toList())
                .build());
        object.setStatus(status);
        return object;
    }

    private static SourceReference reference(String name) {
        return SourceReference.builder()
                .kind(Choice.of(SourceKind.GIT_REPOSITORY))
                .name(name)
                .build();
    }
}
