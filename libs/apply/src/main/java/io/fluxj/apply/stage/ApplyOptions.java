package io.fluxj.apply.stage;

import io.fluxj.apply.Ownership;
import java.time.Duration;
import java.util.Set;

/**
 * How a set of manifests is applied.
 *
 * @param ownership field manager and owner labels; the manifests must carry these labels already
 * @param markers by which objects ask for special treatment
 * @param takeover what to take over from other field managers
 * @param force delete and create any object of which a field cannot be changed
 * @param parallel how many dry-runs may be under way at once, at least 1
 * @param customStage kinds, as {@code Kind.group} ({@code Kind} in the core group), applied in a stage of their own before the rest
 * @param stageTimeout how long the objects of an early stage may take to become ready, and a deleted object to go
 */
public record ApplyOptions(
        Ownership ownership,
        Markers markers,
        Takeover takeover,
        boolean force,
        int parallel,
        Set<String> customStage,
        Duration stageTimeout) {
    private static final int DEFAULT_PARALLEL = 4;
    private static final Duration DEFAULT_STAGE_TIMEOUT = Duration.ofSeconds(60);

    public ApplyOptions {
        customStage = Set.copyOf(customStage);
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be at least 1, is " + parallel);
        }
    }

    /** Options of an owner with no markers, no takeover, no force; 4 dry-runs at once, 60 seconds for a stage. */
    public static ApplyOptions of(Ownership ownership) {
        return new ApplyOptions(
                ownership, Markers.none(), Takeover.none(), false, DEFAULT_PARALLEL, Set.of(), DEFAULT_STAGE_TIMEOUT);
    }

    /** The same with other markers. */
    public ApplyOptions withMarkers(Markers other) {
        return new ApplyOptions(ownership, other, takeover, force, parallel, customStage, stageTimeout);
    }

    /** The same with another takeover. */
    public ApplyOptions withTakeover(Takeover other) {
        return new ApplyOptions(ownership, markers, other, force, parallel, customStage, stageTimeout);
    }

    /** The same with or without force. */
    public ApplyOptions withForce(boolean other) {
        return new ApplyOptions(ownership, markers, takeover, other, parallel, customStage, stageTimeout);
    }

    /** The same with another bound. */
    public ApplyOptions withParallel(int other) {
        return new ApplyOptions(ownership, markers, takeover, force, other, customStage, stageTimeout);
    }

    /** The same with another custom stage. */
    public ApplyOptions withCustomStage(Set<String> kinds) {
        return new ApplyOptions(ownership, markers, takeover, force, parallel, kinds, stageTimeout);
    }

    /** The same with another time for early stages. */
    public ApplyOptions withStageTimeout(Duration other) {
        return new ApplyOptions(ownership, markers, takeover, force, parallel, customStage, other);
    }
}
