package io.fluxj.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Since when there may be something new. */
class NewsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static GitRepository object(long observed) {
        GitRepository object = new GitRepository();
        object.getMetadata().setGeneration(2L);
        object.getMetadata().setCreationTimestamp("2026-01-01T11:59:58Z");
        object.setSpec(GitRepositorySpec.builder()
                .url("https://example.com/app")
                .interval(GoDuration.parse("10s"))
                .build());
        object.setStatus(
                GitRepositoryStatus.builder().observedGeneration(observed).build());
        return object;
    }

    private static Instant asked(GitRepository object) {
        return News.asked(object, NOON);
    }

    private static GitRepository requested(String token) {
        GitRepository object = object(2);
        object.getMetadata().setAnnotations(Map.of("reconcile.fluxcd.io/requestedAt", token));
        return object;
    }

    @Test
    void atTheIntervalALookMayBeSomewhatOld() {
        assertThat(asked(object(2))).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    void whatWasPushedBeforeAnObjectWasMadeIsSeen() {
        assertThat(asked(object(-1))).isEqualTo(NOON);
    }

    @Test
    void anotherSpecLooksItself() {
        assertThat(asked(object(1))).isEqualTo(Instant.MAX);
    }

    @Test
    void whoAsksSeesWhatWasPushedBefore() {
        assertThat(asked(requested("2026-01-01T11:59:59.5Z"))).isEqualTo(NOON.plusMillis(1500));
        assertThat(asked(requested("now"))).as("no time").isEqualTo(Instant.MAX);
        assertThat(asked(requested("2021-01-01T00:00:00Z"))).as("an old one").isEqualTo(Instant.MAX);
        assertThat(asked(requested("2026-01-01T12:05:00Z"))).as("a later one").isEqualTo(Instant.MAX);
    }
}
