package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectorBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.fluxj.runtime.options.LeaderElectionOptions;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes part in the election of a leader until it is closed. */
final class LeaseElection implements AutoCloseable {
    private final ExecutorService threads;
    private final Future<?> election;

    private LeaseElection(ExecutorService threads, Future<?> election) {
        this.threads = threads;
        this.election = election;
    }

    /** Where the lease is and who wants it. */
    record Candidate(String namespace, String lease, String host) {}

    /** {@code lead} runs once the lease is held, {@code lost} when it is lost or given back. */
    static LeaseElection start(
            KubernetesClient client, LeaderElectionOptions options, Candidate candidate, Runnable lead, Runnable lost) {
        String identity = candidate.host() + "_" + UUID.randomUUID();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        LeaderElector elector = new LeaderElectorBuilder(client, threads)
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName(candidate.lease())
                        .withLock(new LeaseLock(candidate.namespace(), candidate.lease(), identity))
                        .withLeaseDuration(options.leaseDuration())
                        .withRenewDeadline(options.renewDeadline())
                        .withRetryPeriod(options.retryPeriod())
                        .withReleaseOnCancel(options.releaseOnCancel())
                        .withLeaderCallbacks(new LeaderCallbacks(() -> threads.execute(lead), lost, leader -> {}))
                        .build())
                .build();
        return new LeaseElection(threads, elector.start());
    }

    /** Gives the lease back, if that is wanted. */
    @Override
    public void close() {
        election.cancel(true);
        threads.shutdown();
    }
}
