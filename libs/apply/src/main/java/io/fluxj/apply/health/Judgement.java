package io.fluxj.apply.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthResult.ObjectHealth;
import io.fluxj.apply.live.LiveView;
import io.fluxj.apply.live.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Judges by what a view shows how the objects of one wait are. */
final class Judgement {
    /** Of an object that there was no time to look at. */
    static final Health NOT_READ = Health.unknown("can't determine status");

    private final LiveView view;
    private final HealthOptions options;
    private final FailedPods failedPods;
    private final long deadline;

    private Judgement(LiveView view, HealthOptions options, FailedPods failedPods, long deadline) {
        this.view = view;
        this.options = options;
        this.failedPods = failedPods;
        this.deadline = deadline;
    }

    /** The time of the wait begins now. */
    static Judgement of(Cluster cluster, LiveView view, HealthOptions options) {
        long deadline = System.nanoTime() + options.timeout().toNanos();
        return new Judgement(view, options, new FailedPods(cluster), deadline);
    }

    Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    boolean late() {
        return !left().isPositive();
    }

    List<ObjectHealth> of(List<ObjectRef> refs) {
        return refs.stream().map(this::of).toList();
    }

    /** Looks again where it is some time ago that one looked; whether it did. */
    boolean renew(List<ObjectRef> refs) {
        boolean recounts = failedPods.forgetOld();
        return view.refresh(refs) || recounts;
    }

    private ObjectHealth of(ObjectRef ref) {
        boolean over = late() || options.waits().cancel().reason().isPresent();
        return new ObjectHealth(ref, over && !view.knows(ref) ? NOT_READ : health(ref));
    }

    private Health health(ObjectRef ref) {
        return switch (view.sighting(ref)) {
            case Sighting.Present(JsonNode object) -> {
                Health health = options.rules().judge(object, Instant.now());
                yield options.rules().hasOwn(ref) ? health : failedPods.amend(object, health);
            }
            case Sighting.Absent() ->
                options.mayVanish().contains(ref) ? Health.current("Job has finished") : Health.notFound();
            case Sighting.Unserved(String why) -> Health.unknown(why);
            case Sighting.Unreadable(String why, boolean _) -> Health.unknown(why);
        };
    }
}
