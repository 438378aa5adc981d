package io.fluxj.runtime.start;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectorBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.fluxj.runtime.options.LeaderElectionOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes part in the election of a leader until it is closed. */
final class LeaseElection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseElection.class);

    private final ExecutorService threads;
    private final Future<?> election;
    private final Supplier<Release> release;

    private LeaseElection(ExecutorService threads, Future<?> election, Supplier<Release> release) {
        this.threads = threads;
        this.election = election;
        this.release = release;
    }

    /**
     * How the lease is given back, where it is held and that is wanted.
     *
     * @param patience with an API server that does not answer
     */
    private record Release(Runnable request, Duration patience) {}

    /** Where the lease is, who wants it, where others reach it, and how it is held. */
    record Candidate(String namespace, String lease, String host, String address, LeaderElectionOptions options) {}

    /**
     * Begins. {@code lead} runs once the lease is held, {@code lost} when it is lost or given back.
     *
     * @param client not fenced: it writes the lease
     * @param fence is told of every renewal
     */
    static LeaseElection start(
            KubernetesClient client, Candidate candidate, LeaseFence fence, Runnable lead, Runnable lost) {
        LeaderElectionOptions options = candidate.options();
        String identity = candidate.host() + "_" + UUID.randomUUID();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        LeaderElector elector = new LeaderElectorBuilder(client, threads)
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName(candidate.lease())
                        .withLock(new FencedLock(new LeaseLock(metadata(candidate), identity), fence))
                        .withLeaseDuration(options.leaseDuration())
                        .withRenewDeadline(options.renewDeadline())
                        .withRetryPeriod(options.retryPeriod())
                        .withReleaseOnCancel(options.releaseOnCancel())
                        .withLeaderCallbacks(new LeaderCallbacks(() -> threads.execute(lead), lost, leader -> {}))
                        .build())
                .build();
        Supplier<Release> release = () -> fence.isHeld()
                ? new Release(
                        options.releaseOnCancel() ? () -> nameNoHolder(client, candidate, identity) : () -> {},
                        options.renewDeadline())
                : new Release(() -> {}, options.retryPeriod());
        return new LeaseElection(threads, elector.start(), release);
    }

    /** Written whenever the lease is taken or renewed. */
    private static ObjectMeta metadata(Candidate candidate) {
        return new ObjectMetaBuilder()
                .withNamespace(candidate.namespace())
                .withName(candidate.lease())
                .withAnnotations(LeaderAddress.annotations(candidate.address()))
                .build();
    }

    /** The elector shortens the lease when it gives it back, but leaves the holder's name in it. */
    private static void nameNoHolder(KubernetesClient client, Candidate candidate, String identity) {
        Resource<Lease> lease =
                client.leases().inNamespace(candidate.namespace()).withName(candidate.lease());
        Lease current = lease.get();
        if (current != null && identity.equals(current.getSpec().getHolderIdentity())) {
            String patch = "{\"metadata\":{\"resourceVersion\":\""
                    + current.getMetadata().getResourceVersion() + "\"},\"spec\":{\"holderIdentity\":null}}";
            lease.patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        }
    }

    /** Gives the lease back, if it is held and that is wanted. An attempt that is under way holds up the elector's own cancellation. */
    @Override
    public void close() {
        Release wanted = release.get();
        FutureTask<?> end = new FutureTask<>(
                () -> {
                    election.cancel(true);
                    wanted.request().run();
                },
                null);
        Thread.startVirtualThread(end);
        await(end, wanted.patience());
        threads.shutdownNow();
    }

    private static void await(Future<?> end, Duration patience) {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            LOG.warn(
                    "the election did not end within {}: a lease that is held goes to others when it runs out",
                    patience);
        } catch (ExecutionException refused) {
            LOG.warn("the lease was not given back, it goes to others when it runs out: {}", refused.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
