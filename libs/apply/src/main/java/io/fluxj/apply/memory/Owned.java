package io.fluxj.apply.memory;

import io.fluxj.apply.Ownership;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is remembered of one owner. Guarded by the memory's lock. */
final class Owned {
    private final Ownership ownership;
    private @Nullable Way way;
    private AppliedSet objects = AppliedSet.EMPTY;
    private Set<WatchScope> scopes = Set.of();
    private OptionalLong rights = OptionalLong.empty();
    private Hash healthy = Hash.NONE;
    private int applying;

    Owned(Ownership ownership) {
        this.ownership = ownership;
    }

    Ownership ownership() {
        return ownership;
    }

    AppliedSet objects() {
        return objects;
    }

    Set<WatchScope> scopes() {
        return scopes;
    }

    /** What was applied in this way; nothing of what was applied in another one. */
    AppliedSet appliedIn(Way other) {
        return other.equals(way) ? objects : AppliedSet.EMPTY;
    }

    /** Whether a change of rights since cannot have made a difference. */
    boolean isAllowed(Way asked, OptionalLong now) {
        return asked.user().isEmpty() || now.isEmpty() || now.equals(rights);
    }

    void begin() {
        applying++;
    }

    void end() {
        applying--;
    }

    boolean isApplying() {
        return applying > 0;
    }

    /** Replaces what is remembered. */
    void replace(Way other, AppliedSet set, Set<WatchScope> watched, OptionalLong asked) {
        if (!other.equals(way)) {
            healthy = Hash.NONE;
        }
        way = other;
        objects = set;
        scopes = watched;
        rights = asked;
    }

    void clear() {
        way = null;
        objects = AppliedSet.EMPTY;
        scopes = Set.of();
        healthy = Hash.NONE;
    }

    Optional<Way> way() {
        return Optional.ofNullable(way);
    }

    boolean wasHealthyAt(Hash versions) {
        return healthy.equals(versions);
    }

    void healthyAt(Hash versions) {
        healthy = versions;
    }
}
