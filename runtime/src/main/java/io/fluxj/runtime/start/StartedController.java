package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.LeaderElectionOptions;
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
    private final CompletableFuture<Void> working = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Deque<AutoCloseable> leading = new ArrayDeque<>();
    private Optional<LeaseElection> election = Optional.empty();

    StartedController(
            String name, KubernetesClient client, ControllerParts parts, Endpoints endpoints, OperatorSetup setup) {
        this.name = name;
        this.client = client;
        this.parts = parts;
        this.endpoints = endpoints;
        this.setup = setup;
        open.push(endpoints);
        parts.resources().forEach(open::push);
    }

    /** Closed last of all, after everything that was opened since. */
    void owns(AutoCloseable resource) {
        open.addLast(resource);
    }

    /** Starts working now. */
    void work() {
        lead();
    }

    /** Starts working once the lease is held. */
    void electLeader(LeaderElectionOptions options, LeaseElection.Candidate candidate, ControllerMetrics metrics) {
        metrics.leads(candidate.lease(), false);
        LOG.info("attempting to acquire leader lease {}/{}...", candidate.namespace(), candidate.lease());
        Runnable lead = () -> {
            LOG.info("successfully acquired lease {}/{}", candidate.namespace(), candidate.lease());
            metrics.leads(candidate.lease(), true);
            lead();
        };
        Runnable lost = () -> {
            metrics.leads(candidate.lease(), false);
            if (!closing.get()) {
                Thread.ofVirtual().start(() -> stop(new IllegalStateException("the leader lease was lost")));
            }
        };
        election = Optional.of(LeaseElection.start(client, options, candidate, lead, lost));
    }

    private synchronized void lead() {
        if (closing.get()) {
            return;
        }
        try {
            for (LeadingService service : parts.whileLeading()) {
                leading.push(service.start());
            }
            Operator operator = setup.create(client, parts.kinds());
            leading.push(operator::stop);
            operator.start();
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
        return endpoints.metrics().port();
    }

    @Override
    public int healthPort() {
        return endpoints.health().port();
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

    /** The lease goes back only when nothing works any more. */
    private synchronized void closeAll() {
        leading.forEach(StartedController::closeQuietly);
        election.ifPresent(StartedController::closeQuietly);
        open.forEach(StartedController::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            LOG.atWarn().addKeyValue("error", String.valueOf(failed)).log("cannot stop cleanly");
        }
    }
}
