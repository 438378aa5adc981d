package io.fluxj.helmrelease.history;

import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.api.helm.v2.TestHookStatus;
import io.fluxj.api.json.Absent;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseDigest;
import io.fluxj.helm.shape.StructValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of {@code status.history}, and tells whether a record is still what an entry says. Source: behaviour §3.7, §9.
 *
 * @param algorithm of new digests
 */
public record Snapshots(DigestAlgorithm algorithm) {

    private static final String FORM = "v2";
    private static final String FAILED = "Failed";

    /**
     * The entry of a release as it is stored.
     *
     * @param ociDigest of the artifact that its chart came in; empty when it came in none
     * @param action that made it; null where another did
     */
    public ReleaseSnapshot of(Release release, String ociDigest, @Nullable String action) {
        return ReleaseSnapshot.builder()
                .apiVersion(FORM)
                .digest(ReleaseDigest.of(release, ociDigest, algorithm).toString())
                .action(action)
                .name(release.key().name())
                .namespace(release.key().namespace())
                .version((long) release.key().revision())
                .status(release.status().text())
                .chartName(chart(release, "name"))
                .chartVersion(chart(release, "version"))
                .appVersion(emptyAsNull(chart(release, "appVersion")))
                .configDigest(ReleaseDigest.ofValues(release.config()).toString())
                .ociDigest(emptyAsNull(ociDigest))
                .firstDeployed(instant(release.info().firstDeployed()))
                .lastDeployed(instant(release.info().lastDeployed()))
                .deleted(
                        release.info().deleted() == null
                                ? null
                                : instant(release.info().deleted()))
                .build();
    }

    /** Name or version of the chart of a release. */
    public static String chart(Release release, String field) {
        StructValue chart = release.chart();
        return chart != null && chart.get("metadata") instanceof StructValue metadata ? metadata.text(field) : "";
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Statuses tell whole seconds. */
    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a record is the very one that was seen. */
    public static boolean isOf(ReleaseSnapshot snapshot, Release release) {
        return isSame(snapshot, release) && digestFits(snapshot, release);
    }

    private static boolean isSame(ReleaseSnapshot snapshot, Release release) {
        return snapshot.name().equals(release.key().name())
                && snapshot.namespace().equals(release.key().namespace())
                && snapshot.version() == release.key().revision();
    }

    private static boolean digestFits(ReleaseSnapshot snapshot, Release release) {
        String digest = snapshot.digest();
        int colon = digest.indexOf(':');
        if (!FORM.equals(snapshot.apiVersion()) || colon < 0) {
            return false;
        }
        try {
            DigestAlgorithm used = DigestAlgorithm.named(digest.substring(0, colon));
            return ReleaseDigest.of(release, ociDigest(snapshot), used)
                    .toString()
                    .equals(digest);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Digest of the artifact that the chart came in, empty when it came in none. */
    public static String ociDigest(ReleaseSnapshot snapshot) {
        return Objects.requireNonNullElse(snapshot.ociDigest(), "");
    }

    /** The tests of a release as they stand in its record. */
    public static Map<String, TestHookStatus> tests(Release release) {
        Map<String, TestHookStatus> tests = new LinkedHashMap<>();
        release.objects().hooks().stream()
                .filter(hook -> hook.runsAt(HookEvent.TEST))
                .forEach(hook -> tests.put(hook.name(), test(hook.lastRun())));
        return tests;
    }

    private static TestHookStatus test(Hook.LastRun run) {
        return TestHookStatus.builder()
                .lastStarted(run.startedAt() == null ? null : instant(run.startedAt()))
                .lastCompleted(run.completedAt() == null ? null : instant(run.completedAt()))
                .phase(emptyAsNull(run.phase()))
                .build();
    }

    /** Whether its tests were run, be it that there are none. */
    public static boolean isTested(ReleaseSnapshot snapshot) {
        Object hooks = snapshot.testHooks();
        return !new Absent().equals(hooks);
    }

    /** Whether one of its tests failed. */
    public static boolean hasFailedTest(ReleaseSnapshot snapshot) {
        return snapshot.testHooks().values().stream().anyMatch(test -> FAILED.equals(test.phase()));
    }

    /** Whether it worked, so that one may go back to it. */
    static boolean isGood(ReleaseSnapshot snapshot, boolean ignoresTests) {
        return List.of("deployed", "superseded").contains(snapshot.status())
                && (ignoresTests || !hasFailedTest(snapshot));
    }

    /** {@code namespace/name.vN}. */
    public static String fullName(ReleaseSnapshot snapshot) {
        return "%s/%s.v%d".formatted(snapshot.namespace(), snapshot.name(), snapshot.version());
    }

    /** Says that the cluster has something else, line by line. */
    public static String drifted(ReleaseSnapshot snapshot, String lines) {
        return "Cluster state of release %s has drifted from the desired state:\n%s"
                .formatted(fullName(snapshot), lines);
    }

    /** {@code chart@version}. */
    public static String chart(ReleaseSnapshot snapshot) {
        return snapshot.chartName() + "@" + snapshot.chartVersion();
    }
}
