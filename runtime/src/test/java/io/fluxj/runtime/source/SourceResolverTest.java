package io.fluxj.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.ExternalArtifactStatus;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.reconcile.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which source an object gets, and what is said when it gets none. */
final class SourceResolverTest {

    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final Artifact ARTIFACT = Artifact.builder()
            .revision("main@sha1:1")
            .digest("sha256:" + "0".repeat(64))
            .url("http://source.invalid/a.tar.gz")
            .build();

    @ParameterizedTest
    @MethodSource("sources")
    void findsTheArtifactOfEveryKind(CustomResource<?, ? extends HoldsArtifact> source) throws Exception {
        ResolvedSource found = resolver(source, policy(true)).resolve(user(), SourceName.of(source), RETRY);

        assertThat(found.revision()).isEqualTo("main@sha1:1");
        assertThat(found.remote().url()).isEqualTo(ARTIFACT.url());
    }

    static Stream<CustomResource<?, ? extends HoldsArtifact>> sources() {
        GitRepository git = named(new GitRepository());
        git.setStatus(GitRepositoryStatus.builder().artifact(ARTIFACT).build());
        OCIRepository oci = named(new OCIRepository());
        oci.setStatus(OCIRepositoryStatus.builder().artifact(ARTIFACT).build());
        Bucket bucket = named(new Bucket());
        bucket.setStatus(BucketStatus.builder().artifact(ARTIFACT).build());
        HelmRepository index = named(new HelmRepository());
        index.setStatus(HelmRepositoryStatus.builder().artifact(ARTIFACT).build());
        HelmChart chart = named(new HelmChart());
        chart.setStatus(HelmChartStatus.builder().artifact(ARTIFACT).build());
        ExternalArtifact external = named(new ExternalArtifact());
        external.setStatus(ExternalArtifactStatus.builder().artifact(ARTIFACT).build());
        return Stream.of(git, oci, bucket, index, chart, external);
    }

    @Test
    void saysWhichSourceIsMissing() {
        SourceResolver resolver = new SourceResolver(name -> Optional.empty(), policy(true));

        Waiting waiting = catchThrowableOfType(
                Waiting.class, () -> resolver.resolve(user(), new SourceName("Bucket", "apps", "src"), RETRY));

        assertThat(waiting.message()).isEqualTo("Bucket.source.toolkit.fluxcd.io \"src\" not found");
        assertThat(waiting.net()).isEqualTo(RETRY);
    }

    @Test
    void saysWhyThereIsNoArtifact() {
        OCIRepository source = named(new OCIRepository());
        source.setStatus(OCIRepositoryStatus.builder()
                .conditions(List.of(Condition.builder()
                        .type("Ready")
                        .status(Choice.of(ConditionStatus.FALSE))
                        .reason("OCIArtifactPullFailed")
                        .message("no such host")
                        .build()))
                .build());

        Waiting waiting = catchThrowableOfType(
                Waiting.class, () -> resolver(source, policy(true)).resolve(user(), SourceName.of(source), RETRY));

        assertThat(waiting.message())
                .isEqualTo("Source artifact not found, retrying in 30s: OCIRepository/apps/src is not ready:"
                        + " no such host");
        assertThat(waiting.net()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void refusesWhatLiesInAnotherNamespace() {
        SourcePolicy policy = new SourcePolicy(true, true, Duration.ofSeconds(30));
        SourceResolver resolver = new SourceResolver(name -> Optional.empty(), policy);

        assertThatThrownBy(() -> resolver.resolve(user(), new SourceName("Bucket", "other", "src"), RETRY))
                .isInstanceOf(Stalled.class)
                .hasMessage("can't access 'Bucket/other/src', cross-namespace references have been blocked");
    }

    @Test
    void refusesExternalArtifactsWithoutTheirGate() {
        SourceResolver resolver = new SourceResolver(name -> Optional.empty(), policy(false));

        assertThatThrownBy(() -> resolver.resolve(user(), new SourceName("ExternalArtifact", "apps", "src"), RETRY))
                .isInstanceOf(Stalled.class)
                .hasMessage("can't access 'ExternalArtifact/apps/src', ExternalArtifact feature gate is disabled");
    }

    private static SourceResolver resolver(CustomResource<?, ? extends HoldsArtifact> source, SourcePolicy policy) {
        return new SourceResolver(
                name -> Optional.of(new Source(source))
                        .filter(found -> found.name().equals(name)),
                policy);
    }

    private static SourcePolicy policy(boolean externalArtifacts) {
        return new SourcePolicy(false, externalArtifacts, Duration.ofSeconds(30));
    }

    private static HelmRelease user() {
        HelmRelease user = new HelmRelease();
        user.setMetadata(metadata("app"));
        return user;
    }

    private static <S extends CustomResource<?, ?>> S named(S source) {
        source.setMetadata(metadata("src"));
        return source;
    }

    private static ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder().withNamespace("apps").withName(name).build();
    }
}
