package io.fluxj.runtime.dependency;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wakes objects when one that they wait for becomes ready, applied something else, or changed while an expression judges it. */
public final class DependencyWatch<R extends CustomResource<?, ?>> {

    private final DependencyRules<R> rules;
    private final DependencyWaits waits = new DependencyWaits();
    private final Feed feed;

    /** For one kind. */
    public DependencyWatch(DependencyRules<R> rules) {
        this.rules = rules;
        this.feed = new Feed();
    }

    /** The one that hears of dependencies. */
    public List<EventSource<?, R>> eventSources() {
        return List.of(feed);
    }

    /** Who waits. */
    DependencyWaits waits() {
        return waits;
    }

    /** Something else that the object waits for has changed. */
    void wake(ObjectName dependent) {
        if (waits.end(dependent)) {
            feed.wake(dependent);
        }
    }

    private boolean becameReady(R after, R before) {
        return rules.isReady(after) && (!rules.isReady(before) || !Objects.equals(applied(after), applied(before)));
    }

    private @Nullable String applied(R object) {
        return rules.observed().apply(object).applied();
    }

    /** Hears of each change before the change starts a pass. */
    private final class Feed extends AbstractEventSource<R, R> implements ResourceEventAware<R> {

        Feed() {
            super(rules.type(), "dependencies");
        }

        private void wake(ObjectName dependent) {
            if (isRunning()) {
                getEventHandler().handleEvent(new Event(dependent.id()));
            }
        }

        /** Whoever depends on it is deleted before it. */
        @Override
        public void onResourceDeleted(R gone) {
            waits.endWaitsFor(ObjectName.of(gone), true).forEach(this::wake);
        }

        @Override
        public void onResourceUpdated(R after, R before) {
            if (isRunning()) {
                waits.endWaitsFor(ObjectName.of(after), becameReady(after, before))
                        .forEach(this::wake);
            }
        }

        @Override
        public Set<R> getSecondaryResources(R primary) {
            return Set.of();
        }
    }
}
