package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthResult.ObjectHealth;
import io.fluxj.apply.live.LiveView;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits until objects are ready: reads each once, then follows by watches those that are not. */
public final class HealthWait {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration TIME_TO_READ = Duration.ofSeconds(10);
    private static final Set<Status> SETTLED = EnumSet.of(Status.CURRENT, Status.FAILED);
    /** Kinds whose verdict may change without the object changing. */
    private static final Set<String> WATCHED_BY_CLOCK = Set.of("Pod", "StatefulSet.apps", "ReplicaSet.apps");

    private final Cluster cluster;

    /** Waits for objects of this cluster. */
    public HealthWait(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The manifests of Jobs that delete themselves when they have finished. */
    public static Set<ObjectRef> vanishing(Collection<ObjectNode> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.path("spec").has("ttlSecondsAfterFinished"))
                .map(ObjectRef::of)
                .filter(ref -> ref.groupKind().equals("Job.batch"))
                .collect(Collectors.toSet());
    }

    /**
     * Blocks until all objects are current, one has failed, the time is over or the signal fires. A bad end is told of what was
     * read just now, never of what a watch showed some time ago.
     *
     * @param refs the objects, in the order in which messages shall name them
     * @throws InterruptedException when the thread is interrupted
     */
    public HealthResult await(List<ObjectRef> refs, HealthOptions options) throws InterruptedException {
        return options.waits().during(() -> awaited(refs, options));
    }

    /**
     * Reads each object once and says how the wait would end if there were no more time.
     *
     * @return healthy, failed or timed out
     */
    public HealthResult look(List<ObjectRef> refs, HealthOptions options) {
        try (LiveView view = new LiveView(cluster)) {
            HealthOptions bounded = options.within(TIME_TO_READ);
            Judgement judgement = Judgement.of(cluster, view, bounded);
            OwnedObjects.read(cluster, refs, options.labelSelector(), view);
            return end(judgement.of(refs), bounded, true).orElseThrow();
        }
    }

    private HealthResult awaited(List<ObjectRef> refs, HealthOptions options) throws InterruptedException {
        try (LiveView view = new LiveView(cluster)) {
            Judgement judgement = Judgement.of(cluster, view, options);
            options.waits().cancel().whenFired(view::wake);
            OwnedObjects.read(cluster, refs, options.labelSelector(), view);
            while (true) {
                List<ObjectHealth> healths = judgement.of(refs);
                Optional<HealthResult> end = end(healths, options, judgement.late());
                if (end.filter(HealthWait::isBad).isPresent() && judgement.renew(pending(healths))) {
                    healths = judgement.of(refs);
                    end = end(healths, options, judgement.late());
                }
                if (end.isPresent()) {
                    return end.get();
                }
                awaitNews(view, pending(healths), judgement.left());
            }
        }
    }

    private static boolean isBad(HealthResult result) {
        return switch (result) {
            case HealthResult.Failed _, HealthResult.TimedOut _ -> true;
            case HealthResult.Healthy _, HealthResult.Cancelled _ -> false;
        };
    }

    private static void awaitNews(LiveView view, List<ObjectRef> pending, Duration left) throws InterruptedException {
        view.follow(pending);
        boolean clock = pending.stream().anyMatch(ref -> WATCHED_BY_CLOCK.contains(ref.groupKind()));
        view.awaitChange(clock && left.compareTo(TICK) > 0 ? TICK : left);
    }

    private static Optional<HealthResult> end(List<ObjectHealth> healths, HealthOptions options, boolean late) {
        List<ObjectHealth> failed = with(healths, EnumSet.of(Status.FAILED));
        List<ObjectHealth> notCurrent = with(healths, EnumSet.complementOf(EnumSet.of(Status.CURRENT)));
        if (notCurrent.isEmpty()) {
            return Optional.of(new HealthResult.Healthy());
        }
        Optional<String> cancelled = options.waits().cancel().reason();
        if (cancelled.isPresent()) {
            return cancelled.map(HealthResult.Cancelled::new);
        }
        boolean settled =
                healths.stream().allMatch(each -> SETTLED.contains(each.health().status()));
        if (!failed.isEmpty() && (options.failFast() || settled)) {
            return Optional.of(
                    new HealthResult.Failed("failed early due to stalled resources: " + listed(failed), failed));
        }
        return late
                ? Optional.of(new HealthResult.TimedOut("timeout waiting for: " + listed(notCurrent), notCurrent))
                : Optional.empty();
    }

    private static List<ObjectRef> pending(List<ObjectHealth> healths) {
        return with(healths, EnumSet.complementOf(EnumSet.of(Status.CURRENT))).stream()
                .map(ObjectHealth::ref)
                .toList();
    }

    private static List<ObjectHealth> with(List<ObjectHealth> healths, Set<Status> statuses) {
        return healths.stream()
                .filter(each -> statuses.contains(each.health().status()))
                .toList();
    }

    private static String listed(List<ObjectHealth> healths) {
        return healths.stream().map(HealthWait::described).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String described(ObjectHealth each) {
        if (each.health().equals(Judgement.NOT_READ)) {
            return Judgement.NOT_READ.message() + " for " + each.ref().subject();
        }
        String text =
                each.ref().subject() + " status: '" + each.health().status().word() + "'";
        return each.health().status() == Status.UNKNOWN
                ? text + ": " + each.health().message()
                : text;
    }
}
