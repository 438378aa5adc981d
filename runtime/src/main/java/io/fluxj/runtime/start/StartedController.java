package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.javaoperatorsdk.operator.Operator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A controller from its start to its stop. What was opened is kept in stacks and closed in reverse. */
final class StartedController implements RunningController {
    private static final Logger LOG = LoggerFactory.getLogger(StartedController.class);

    private final String name;
    private final KubernetesClient client;
    private final ControllerParts parts;
    private final Endpoints endpoints;
    private final OperatorSetup setup;
    private final WatchHealth watches;
    private final CompletableFuture<Void> working = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Resources resources;
    private final Deque<AutoCloseable> leading = new ArrayDeque<>();
    private final Deque<AutoCloseable> untilLeading = new ArrayDeque<>();
    private Optional<LeaseElection> election = Optional.empty();

    /**
     * @param client through which it works
     * @param resources closed when everything stopped
     */
    StartedController(
            String name, KubernetesClient client, ControllerParts parts, Resources resources, Serving serving) {
        this.name = name;
        this.client = client;
        this.parts = parts;
        this.endpoints = serving.endpoints();
        this.watches = serving.watches();
        this.setup = serving.setup();
        this.resources = resources;
        var _ = parts.end().thenRun(() -> Thread.ofVirtual().start(() -> stop(null)));
    }

    /** What a controller serves, and how its operator is set up. */
    record Serving(Endpoints endpoints, WatchHealth watches, OperatorSetup setup) {}

    /** Starts working now. */
    void work() throws Exception {
        startAlways();
        lead();
    }

    private void startAlways() throws Exception {
        for (LeadingService service : parts.replica().always()) {
            resources.keep(service.start());
        }
    }

    /**
     * Starts working once the lease is held.
     *
     * @param unfenced writes the lease
     */
    void electLeader(
            KubernetesClient unfenced,
            LeaseElection.Candidate candidate,
            LeaseFence fence,
            ControllerMetrics metrics,
            LostLease reaction)
            throws Exception {
        startAlways();
        for (LeadingService service : parts.replica().untilLeading()) {
            untilLeading.push(resources.keep(service.start()));
        }
        metrics.leads(candidate.lease(), false);
        LOG.info("attempting to acquire leader lease {}/{}...", candidate.namespace(), candidate.lease());
        Runnable lead = () -> {
            LOG.info("successfully acquired lease {}/{}", candidate.namespace(), candidate.lease());
            metrics.leads(candidate.lease(), true);
            lead();
        };
        var _ = fence.lost().thenRun(() -> {
            metrics.leads(candidate.lease(), false);
            lost(reaction);
        });
        election = Optional.of(LeaseElection.start(unfenced, candidate, fence, lead, fence::lose));
    }

    private void lost(LostLease reaction) {
        if (closing.get()) {
            return;
        }
        LOG.error("the leader lease was lost");
        switch (reaction) {
            case HALT -> Runtime.getRuntime().halt(1);
            case STOP -> Thread.ofVirtual().start(() -> stop(new IllegalStateException("the leader lease was lost")));
        }
    }

    private synchronized void lead() {
        if (closing.get()) {
            return;
        }
        try {
            closeAll(untilLeading);
            for (LeadingService service : parts.whileLeading()) {
                leading.push(service.start());
            }
            Operator operator = setup.create(client, parts.kinds());
            leading.push(operator::stop);
            operator.start();
            leading.push(watches.follow(operator));
            LOG.info("{} is working", name);
            working.complete(null);
        } catch (Exception failed) {
            Thread.ofVirtual().start(() -> stop(failed));
        }
    }

    @Override
    public CompletableFuture<Void> working() {
        return working;
    }

    @Override
    public CompletableFuture<Void> stopped() {
        return stopped;
    }

    @Override
    public int metricsPort() {
        return endpoints.metricsPort();
    }

    @Override
    public int healthPort() {
        return endpoints.healthPort();
    }

    @Override
    public void close() {
        stop(null);
        stopped.exceptionally(failed -> null).join();
    }

    private void stop(@Nullable Exception why) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        parts.kinds().forEach(kind -> kind.triggers().stop());
        closeAll();
        if (why == null) {
            working.cancel(false);
            stopped.complete(null);
        } else {
            working.completeExceptionally(why);
            stopped.completeExceptionally(why);
        }
    }

    private static void closeAll(Deque<AutoCloseable> running) {
        while (!running.isEmpty()) {
            Resources.closeQuietly(running.pop());
        }
    }

    /** Where other replicas reach this one while it leads; empty for nowhere. */
    String address() {
        return parts.replica().address();
    }

    /** The lease goes back only when nothing works any more. */
    private synchronized void closeAll() {
        closeAll(leading);
        resources.close();
        election.ifPresent(Resources::closeQuietly);
    }
}
