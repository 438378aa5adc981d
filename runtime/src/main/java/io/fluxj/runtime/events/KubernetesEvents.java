package io.fluxj.runtime.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.client.MergePatches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Core v1 Events as client-go's recorder makes them: an event that repeats is counted, an object that sends too many is cut short, and one that finds no
 * server is sent again, twelve times in all. Source: conditions-events §10.
 */
final class KubernetesEvents implements EventOutlet {
    private static final Logger LOG = LoggerFactory.getLogger(KubernetesEvents.class);
    private static final int REMEMBERED = 4096;
    private static final int TRIES = 12;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String DEFAULT_NAMESPACE = "default";

    private final KubernetesClient client;
    private final MergePatches<Event> patches;
    private final String reporter;
    private final String instance;
    private final EventBudget budget;
    private final Pause pause;
    private final RecentlyUsed<Key, Sent> sent = new RecentlyUsed<>(REMEMBERED);

    KubernetesEvents(KubernetesClient client, String reporter, String instance, Clock clock, Pause pause) {
        this.client = client;
        this.patches = MergePatches.of(client, Event.class, reporter);
        this.reporter = reporter;
        this.instance = instance;
        this.budget = new EventBudget(clock);
        this.pause = pause;
    }

    static KubernetesEvents to(KubernetesClient client, String reporter, String instance, Clock clock) {
        return new KubernetesEvents(client, reporter, instance, clock, () -> Thread.sleep(PAUSE));
    }

    /** Between two tries. */
    interface Pause {
        /** Waits. */
        void take() throws InterruptedException;
    }

    private record Key(String uid, Severity severity, String reason, String message, Map<String, String> metadata) {}

    private record Sent(String namespace, String name, int count) {}

    @Override
    public void send(FluxEvent event) throws InterruptedException {
        if (!budget.allows(event.involved().getUid())) {
            return;
        }
        for (int left = TRIES - 1; !isSettled(event, left == 0); left--) {
            pause.take();
        }
    }

    /** Whether another try is of no use: it is recorded, the server refused it, or this was the last. */
    private boolean isSettled(FluxEvent event, boolean last) {
        try {
            record(event);
            return true;
        } catch (KubernetesClientException refused) {
            boolean answered = refused.getStatus() != null;
            if (!answered && !last) {
                return false;
            }
            LOG.atError()
                    .addKeyValue("error", String.valueOf(refused.getMessage()))
                    .log("unable to record the event");
            return true;
        }
    }

    private void record(FluxEvent event) {
        Key key =
                new Key(event.involved().getUid(), event.severity(), event.reason(), event.message(), event.metadata());
        Optional<Sent> before = sent.get(key);
        sent.put(key, before.isPresent() ? repeat(event, before.get()) : create(event));
    }

    private Sent create(FluxEvent event) {
        Event created = build(event);
        try {
            client.v1()
                    .events()
                    .inNamespace(created.getMetadata().getNamespace())
                    .resource(created)
                    .create();
        } catch (KubernetesClientException refused) {
            // an earlier try came through, though its answer did not
            if (refused.getCode() != CONFLICT) {
                throw refused;
            }
        }
        return new Sent(
                created.getMetadata().getNamespace(), created.getMetadata().getName(), 1);
    }

    private Sent repeat(FluxEvent event, Sent before) {
        int count = before.count() + 1;
        ObjectNode patch =
                JsonNodeFactory.instance.objectNode().put("count", count).put("lastTimestamp", time(event));
        try {
            var _ = patches.patch(
                    new ObjectMetaBuilder()
                            .withNamespace(before.namespace())
                            .withName(before.name())
                            .build(),
                    patch);
            return new Sent(before.namespace(), before.name(), count);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == NOT_FOUND) {
                return create(event);
            }
            throw refused;
        }
    }

    private Event build(FluxEvent event) {
        String namespace = event.involved().getNamespace();
        String name = event.involved().getName() + "."
                + Long.toHexString(ChronoUnit.NANOS.between(Instant.EPOCH, event.time()));
        return new EventBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace == null ? DEFAULT_NAMESPACE : namespace)
                .withAnnotations(event.metadata())
                .endMetadata()
                .withInvolvedObject(event.involved())
                .withType(event.severity().eventType())
                .withReason(event.reason())
                .withMessage(event.message())
                .withNewSource()
                .withComponent(reporter)
                .endSource()
                .withReportingComponent(reporter)
                .withReportingInstance(instance)
                .withFirstTimestamp(time(event))
                .withLastTimestamp(time(event))
                .withCount(1)
                .build();
    }

    private static String time(FluxEvent event) {
        return event.time().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
