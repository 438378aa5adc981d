package io.fluxj.helm.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.helm.HelmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Revisions of releases in Helm's records. */
class ReleaseHistoryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_795_226_347), ZoneOffset.UTC);

    private final Map<String, StoredRecord> records = new TreeMap<>();
    private final ReleaseHistory history = new ReleaseHistory(new InMemory(records), 3, CLOCK);

    /** A namespace without a cluster. */
    private record InMemory(Map<String, StoredRecord> records) implements RecordStore {
        @Override
        public Optional<StoredRecord> find(String name) {
            return Optional.ofNullable(records.get(name));
        }

        @Override
        public List<StoredRecord> list(Map<String, String> labels) {
            return records.values().stream()
                    .filter(each -> each.labels().entrySet().containsAll(labels.entrySet()))
                    .toList();
        }

        @Override
        public void create(StoredRecord stored) {
            assertThat(records.putIfAbsent(stored.name(), stored)).isNull();
        }

        @Override
        public void update(StoredRecord stored) {
            assertThat(records.put(stored.name(), stored)).isNotNull();
        }

        @Override
        public void delete(String name) {
            assertThat(records.remove(name)).isNotNull();
        }
    }

    private Map<String, String> labels(String name) {
        return java.util.Objects.requireNonNull(records.get(name)).labels();
    }

    private static Release release(int revision, ReleaseStatus status, String manifest) {
        return new Release(
                new ReleaseKey("app", "ns", revision),
                new ReleaseInfo(null, null, null, "", status, 0, ""),
                null,
                new HashMap<>(),
                new Release.Objects(manifest, List.of()),
                ApplyMethod.SERVER_SIDE,
                Map.of("team", "blue"));
    }

    @Test
    void labelsRecordsAsHelmDoes() {
        history.create(release(1, ReleaseStatus.PENDING_INSTALL, "a: 1\n"));
        assertThat(labels("sh.helm.release.v1.app.v1"))
                .isEqualTo(Map.of(
                        "name",
                        "app",
                        "owner",
                        "helm",
                        "status",
                        "pending-install",
                        "version",
                        "1",
                        "createdAt",
                        "1795226347",
                        "team",
                        "blue"));

        history.update(release(1, ReleaseStatus.DEPLOYED, "a: 1\n"));
        assertThat(labels("sh.helm.release.v1.app.v1"))
                .containsEntry("modifiedAt", "1795226347")
                .containsEntry("status", "deployed")
                .doesNotContainKey("createdAt");
    }

    @Test
    void readsWhatItStored() {
        Release stored = release(1, ReleaseStatus.DEPLOYED, "a: 1\n");
        history.create(stored);
        assertThat(history.last("app")).contains(stored);
        assertThat(history.deployed("app")).contains(stored);
        assertThat(history.find(new ReleaseKey("app", "ns", 2))).isEmpty();
    }

    @Test
    void keepsTheDeployedRevisionAndTheNewestOthers() {
        history.create(release(1, ReleaseStatus.SUPERSEDED, ""));
        history.create(release(2, ReleaseStatus.DEPLOYED, ""));
        for (int revision = 3; revision <= 6; revision++) {
            history.create(release(revision, ReleaseStatus.FAILED, ""));
        }
        assertThat(history.revisions("app"))
                .extracting(release -> release.key().revision())
                .containsExactly(2, 5, 6);
    }

    @Test
    void refusesWhatKubernetesWouldNotStoreAndSaysHowLargeItIs() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        String manifest = java.util.Base64.getEncoder().encodeToString(noise);
        assertThatThrownBy(() -> history.create(release(7, ReleaseStatus.DEPLOYED, manifest)))
                .isInstanceOf(HelmException.class)
                .hasMessageMatching(
                        "release \"app\" revision 7 takes [0-9]+ bytes, and Kubernetes stores at most 1048576"
                                + " in a Secret");
        assertThat(records).isEmpty();
    }

    @Test
    void refusesLabelsOfHelmItself() {
        Release mine = release(1, ReleaseStatus.DEPLOYED, "").withLabels(Map.of("owner", "me"));
        assertThatThrownBy(() -> history.create(mine))
                .hasMessageStartingWith("user supplied labels contains system reserved label name");
    }

    @Test
    void sortsRevisionsAsNumbers() {
        ReleaseHistory endless = new ReleaseHistory(new InMemory(records), 0, CLOCK);
        for (int revision : List.of(10, 9, 11)) {
            endless.create(release(revision, ReleaseStatus.SUPERSEDED, ""));
        }
        assertThat(endless.last("app").orElseThrow().key().revision()).isEqualTo(11);
    }
}
