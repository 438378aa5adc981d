package io.fluxj.runtime.reconcile.frame;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.runtime.reconcile.Conditions;
import io.fluxj.runtime.reconcile.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one object during one pass. A condition that ends as it is stored keeps its transition time, whatever it was in between.
 * Source: conditions-events §2.
 */
final class WorkingConditions implements Conditions {
    private final Map<String, Condition> stored = new HashMap<>();
    private final Map<String, Condition> working = new HashMap<>();
    private final Set<String> owned;
    private final long generation;
    private final Clock clock;
    private final UnaryOperator<String> scrub;

    WorkingConditions(
            Collection<Condition> stored,
            Set<String> owned,
            long generation,
            Clock clock,
            UnaryOperator<String> scrub) {
        this.owned = owned;
        this.generation = generation;
        this.clock = clock;
        this.scrub = scrub;
        stored.forEach(mark -> this.stored.put(mark.type(), mark));
        working.putAll(this.stored);
    }

    @Override
    public void markTrue(String type, Reason reason, String message) {
        mark(type, ConditionStatus.TRUE, reason.text(), message);
    }

    @Override
    public void markFalse(String type, Reason reason, String message) {
        mark(type, ConditionStatus.FALSE, reason.text(), message);
    }

    @Override
    public void markUnknown(String type, Reason reason, String message) {
        mark(type, ConditionStatus.UNKNOWN, reason.text(), message);
    }

    void mark(String type, ConditionStatus status, String reason, String message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Condition mark = new Condition(
                type, Choice.of(status), generation, now, reason, MessageLimit.cut(scrub.apply(message)), Map.of());
        @Nullable Condition before = stored.get(type);
        working.put(
                type,
                before != null && sayTheSame(before, mark)
                        ? mark.withLastTransitionTime(before.lastTransitionTime())
                        : mark);
    }

    private static boolean sayTheSame(Condition one, Condition other) {
        return one.status().equals(other.status())
                && one.reason().equals(other.reason())
                && one.message().equals(other.message());
    }

    @Override
    public void clear(String type) {
        working.remove(type);
    }

    @Override
    public Optional<Condition> get(String type) {
        return Optional.ofNullable(working.get(type));
    }

    @Override
    public List<Condition> all() {
        List<Condition> all = new ArrayList<>(working.values());
        all.sort(ConditionOrder.AS_STORED);
        return all;
    }

    /** Makes those that we own what they were. */
    void restore(Collection<Condition> before) {
        owned.forEach(working::remove);
        before.stream().filter(mark -> owned.contains(mark.type())).forEach(mark -> working.put(mark.type(), mark));
    }

    /** Whether what is stored differs from what is wanted, whatever the order. */
    boolean changed() {
        return !stored.equals(working);
    }

    /** What was wanted is stored now. */
    void written() {
        stored.clear();
        stored.putAll(working);
    }

    /** Others changed the object meanwhile: takes their conditions, keeps ours. */
    void rebase(Collection<Condition> latest) {
        stored.clear();
        latest.forEach(mark -> stored.put(mark.type(), mark));
        Set<String> foreign = new HashSet<>(stored.keySet());
        foreign.addAll(working.keySet());
        foreign.removeAll(owned);
        for (String type : foreign) {
            Condition theirs = stored.get(type);
            if (theirs == null) {
                working.remove(type);
            } else {
                working.put(type, theirs);
            }
        }
    }
}
