package io.fluxj.runtime.events;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Sends each event to the Kubernetes API, unless it is routine, and unless it is a trace to {@code --events-addr}. Source: conditions-events §10. */
public final class SendingEventRecorder implements EventRecorder, AutoCloseable {
    private final Clock clock;
    private final OutletQueue kubernetes;
    private final Optional<OutletQueue> posts;

    private SendingEventRecorder(Clock clock, OutletQueue kubernetes, Optional<OutletQueue> posts) {
        this.clock = clock;
        this.kubernetes = kubernetes;
        this.posts = posts;
    }

    /**
     * Starts a recorder.
     *
     * @param reporter the controller's name
     * @param instance the name of this pod, may be empty
     * @param address where events are POSTed to
     */
    public static SendingEventRecorder start(
            String reporter, String instance, KubernetesClient client, PostAddress address, Clock clock) {
        OutletQueue kubernetes =
                new OutletQueue("events-" + reporter, KubernetesEvents.to(client, reporter, instance, clock));
        Optional<OutletQueue> posts = address.url()
                .map(url -> EventPosts.to(url, address, new EventPayload(reporter, instance)))
                .map(outlet -> new OutletQueue("event-posts-" + reporter, outlet));
        return new SendingEventRecorder(clock, kubernetes, posts);
    }

    @Override
    public void record(
            HasMetadata involved, Severity severity, String reason, String message, Map<String, String> metadata) {
        FluxEvent event = FluxEvent.about(involved, severity, reason, message, metadata, clock.instant());
        if (severity != Severity.ROUTINE) {
            kubernetes.offer(event);
        }
        if (severity != Severity.TRACE) {
            posts.ifPresent(queue -> queue.offer(event));
        }
    }

    @Override
    public void close() {
        kubernetes.close();
        posts.ifPresent(OutletQueue::close);
    }
}
