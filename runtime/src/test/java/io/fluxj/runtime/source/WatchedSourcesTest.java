package io.fluxj.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.OCIRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchedSourcesTest {

    private final WatchedSources sources = new WatchedSources(List.of(
            GitRepository.class,
            OCIRepository.class,
            Bucket.class,
            HelmRepository.class,
            HelmChart.class,
            ExternalArtifact.class));

    /** They are part of a metric. */
    @Test
    void namesItsWatches() {
        assertThat(sources.kinds())
                .extracting(WatchedSources.Kind::watchName)
                .containsExactly(
                        "git-repositories",
                        "oci-repositories",
                        "buckets",
                        "helm-repositories",
                        "helm-charts",
                        "external-artifacts");
    }

    @Test
    void tellsKindsAndNamespacesApart() {
        WatchedSources some = new WatchedSources(List.of(GitRepository.class, Bucket.class));
        GitRepository repository = new GitRepository();
        repository.setMetadata(
                new ObjectMetaBuilder().withNamespace("apps").withName("src").build());
        put(some.kinds().getFirst(), repository);

        assertThat(some.find(new SourceName("GitRepository", "apps", "src"))).contains(new Source(repository));
        assertThat(some.find(new SourceName("Bucket", "apps", "src"))).isEmpty();
        assertThat(some.find(new SourceName("GitRepository", "other", "src"))).isEmpty();
        assertThat(some.find(new SourceName("HelmChart", "apps", "src"))).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void put(WatchedSources.Kind<?> kind, GitRepository repository) {
        var store = ((WatchedSources.Kind<GitRepository>) kind).store();
        store.put(store.getKey(repository), repository);
    }
}
