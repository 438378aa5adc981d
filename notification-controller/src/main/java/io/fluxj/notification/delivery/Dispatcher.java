package io.fluxj.notification.delivery;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.notification.alert.AlertMatcher;
import io.fluxj.notification.alert.Catalogue;
import io.fluxj.notification.event.Event;
import io.fluxj.notification.event.Inbox;
import io.fluxj.notification.provider.Services;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events, finds out whom they are for, and sees that they get there. */
public final class Dispatcher implements Inbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int WORKERS = 8;

    private final Catalogue catalogue;
    private final AlertMatcher matcher;
    private final AlertDispatch dispatch;
    private final DeliveryMetrics metrics;
    private final FairQueue queue = new FairQueue();
    private final AtomicInteger undecided = new AtomicInteger();
    private final List<Thread> workers;

    private Dispatcher(Cluster cluster, AlertDispatch dispatch) {
        this.catalogue = cluster.catalogue();
        this.matcher = new AlertMatcher(cluster.labels(), cluster.complaints());
        this.dispatch = dispatch;
        this.metrics = dispatch.metrics();
        this.workers = IntStream.range(0, WORKERS)
                .mapToObj(
                        number -> Thread.ofVirtual().name("dispatch-" + number).unstarted(() -> work(cluster.ready())))
                .toList();
    }

    /** Starts one. */
    public static Dispatcher start(
            Cluster cluster, Ways ways, Services services, Tenancy tenancy, PrometheusRegistry metrics) {
        Post post = new Post(
                new ProviderSecrets(cluster.secrets()),
                new CommitStatus(),
                new MessageTemplates(),
                ways,
                services,
                new Reports(cluster.complaints(), cluster.receipts(), new DeliveryMetrics(metrics)));
        Dispatcher dispatcher = new Dispatcher(cluster, new AlertDispatch(cluster.catalogue(), post, tenancy));
        dispatcher.workers.forEach(Thread::start);
        return dispatcher;
    }

    @Override
    public boolean offer(Event event, int bytes) {
        undecided.incrementAndGet();
        boolean taken = queue.offer(event, bytes);
        if (!taken) {
            undecided.decrementAndGet();
            metrics.dropped("inbox_full");
        }
        return taken;
    }

    /** How many events wait for something, or are being sent, counted once for each Provider that is told of them. */
    public int pending() {
        return undecided.get() + dispatch.pending();
    }

    private void work(CompletableFuture<?> ready) {
        try {
            var _ = ready.handle((known, failed) -> true).get();
            while (true) {
                FairQueue.Waiting next = queue.take();
                dispatch(next.event(), next.bytes());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whatever is wrong with one event, the next ones go out. */
    private void dispatch(Event event, int bytes) {
        try {
            List<Alert> alerts = matcher.matching(catalogue.alerts(), event);
            if (alerts.isEmpty()) {
                LOG.info("discarding event, no alerts found for the involved object");
                return;
            }
            LOG.debug("dispatching event of {}", event.involved().shown());
            dispatch(event, bytes, alerts);
        } catch (RuntimeException unexpected) {
            LOG.error("an event of {} is lost", event.involved().shown(), unexpected);
        } finally {
            undecided.decrementAndGet();
        }
    }

    private void dispatch(Event event, int bytes, List<Alert> alerts) {
        List<String> withoutCommit = new ArrayList<>();
        List<String> withoutChangeRequest = new ArrayList<>();
        for (Alert alert : alerts) {
            String name = alert.getMetadata().getNamespace() + "/"
                    + alert.getMetadata().getName();
            switch (dispatch.dispatch(event, bytes, alert)) {
                case DONE -> {}
                case NO_COMMIT -> withoutCommit.add(name);
                case NO_CHANGE_REQUEST -> withoutChangeRequest.add(name);
            }
        }
        tell("event dropped for commit status providers due to missing commit metadata key", withoutCommit);
        tell(
                "event dropped for change request providers due to missing change request metadata key",
                withoutChangeRequest);
    }

    private static void tell(String message, List<String> alerts) {
        if (!alerts.isEmpty()) {
            LOG.atInfo().addKeyValue("alerts", alerts).log(message);
        }
    }

    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        dispatch.close();
    }
}
