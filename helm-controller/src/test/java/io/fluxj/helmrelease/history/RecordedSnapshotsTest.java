package io.fluxj.helmrelease.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.Recording;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseJson;
import io.fluxj.helmrelease.postrender.ObservedDigests;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records and statuses that the real controller wrote: what we would have written, to the byte. */
final class RecordedSnapshotsTest {

    private final Snapshots snapshots = new Snapshots(DigestAlgorithm.SHA256);
    private final List<Recording> recordings =
            GoldenFolder.of(Path.of("src/test/resources/golden/helmrelease")).items("release-digests.yaml", "cases");

    private static HelmReleaseStatus status(Recording recording) {
        return value(recording.document().path("status"), HelmReleaseStatus.class);
    }

    private static <T> T value(JsonNode tree, Class<T> type) {
        return new KubernetesSerialization().convertValue(tree, type);
    }

    private static Release release(Recording recording) {
        return ReleaseJson.decoded(recording.document().path("releaseJSON").asText(), Map.of());
    }

    @Test
    void entersARecordAsTheRealControllerDid() {
        for (Recording recording : recordings) {
            ReleaseSnapshot recorded = status(recording).history().getFirst();
            Release release = release(recording);
            ReleaseSnapshot seen = snapshots.of(release, Snapshots.ociDigest(recorded), recorded.action());

            assertThat(Snapshots.isTested(recorded) ? seen.withTestHooks(Snapshots.tests(release)) : seen)
                    .as(recording.id())
                    .isEqualTo(recorded);
        }
    }

    @Test
    void knowsTheReleasesOfTheRealControllerAgain() {
        for (Recording recording : recordings) {
            ReleaseSnapshot recorded = status(recording).history().getFirst();
            Release release = release(recording);

            assertThat(Snapshots.isOf(recorded, release)).as(recording.id()).isTrue();
            assertThat(Snapshots.isOf(recorded.withVersion(recorded.version() + 1), release))
                    .as(recording.id())
                    .isFalse();
            assertThat(Snapshots.isOf(recorded.withOciDigest("sha256:other"), release))
                    .as(recording.id())
                    .isFalse();
        }
    }

    @Test
    void computesTheDigestsOfWhatChangesManifests() {
        for (Recording recording : recordings) {
            HelmReleaseSpec spec = value(recording.document().path("spec"), HelmReleaseSpec.class);

            assertThat(ObservedDigests.of(spec)).as(recording.id()).isEqualTo(ObservedDigests.of(status(recording)));
        }
    }
}
