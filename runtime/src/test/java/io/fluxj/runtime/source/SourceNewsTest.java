package io.fluxj.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.api.source.v1.HelmChart;
import org.junit.jupiter.api.Test;

/** A chart whose new spec gives the revision that it had before tells nobody of a revision, and yet those who waited for it may go on. */
final class SourceNewsTest {

    private static final Source READY = chart(1, 1, "1.0.0", "True", "pulled");
    private static final Source CHANGED = chart(2, 1, "1.0.0", "True", "pulled");
    private static final Source READY_AGAIN = chart(2, 2, "1.0.0", "True", "pulled");
    private static final Source BROKEN = chart(2, 2, "1.0.0", "False", "no such version");
    private static final Source NEWER = chart(2, 2, "1.1.0", "True", "pulled");

    private static Source chart(long generation, long observed, String revision, String ready, String message) {
        return new Source(Serialization.unmarshal(
                """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: HelmChart
                metadata: {namespace: apps, name: app, generation: %d}
                status:
                  observedGeneration: %d
                  artifact: {revision: %s, url: "http://x/y.tgz", digest: "sha256:0"}
                  conditions: [{type: Ready, status: "%s", reason: R, message: %s}]
                """.formatted(generation, observed, revision, ready, message), HelmChart.class));
    }

    @Test
    void everyoneHearsOfARevision() {
        assertThat(SourceNews.REVISION.isNews(NEWER, READY)).isTrue();
        assertThat(SourceNews.READINESS.isNews(NEWER, READY)).isTrue();
    }

    @Test
    void whoAsksForReadinessHearsThatASpecWasHandledAndWhyNot() {
        assertThat(SourceNews.READINESS.isNews(READY_AGAIN, CHANGED)).isTrue();
        assertThat(SourceNews.READINESS.isNews(BROKEN, READY_AGAIN)).isTrue();
        assertThat(SourceNews.READINESS.isNews(READY_AGAIN, READY_AGAIN)).isFalse();
    }

    @Test
    void othersDoNot() {
        assertThat(SourceNews.REVISION.isNews(READY_AGAIN, CHANGED)).isFalse();
        assertThat(SourceNews.REVISION.isNews(BROKEN, READY_AGAIN)).isFalse();
    }
}
