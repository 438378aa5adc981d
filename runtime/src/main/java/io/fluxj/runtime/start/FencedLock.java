package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import org.jspecify.annotations.Nullable;

/** Tells the fence of every renewal, dated back to before it was asked for, as the others count from then at the earliest. */
final class FencedLock implements Lock {
    private final Lock lock;
    private final LeaseFence fence;

    FencedLock(Lock lock, LeaseFence fence) {
        this.lock = lock;
        this.fence = fence;
    }

    @Override
    public @Nullable LeaderElectionRecord get(KubernetesClient client) {
        return lock.get(client);
    }

    @Override
    public void create(KubernetesClient client, LeaderElectionRecord wanted) {
        Moment sent = Moment.now();
        lock.create(client, wanted);
        told(wanted, sent);
    }

    @Override
    public void update(KubernetesClient client, LeaderElectionRecord wanted) {
        Moment sent = Moment.now();
        lock.update(client, wanted);
        told(wanted, sent);
    }

    /** Giving the lease back is an update too. */
    private void told(LeaderElectionRecord written, Moment sent) {
        if (identity().equals(written.getHolderIdentity())) {
            fence.renewed(sent);
        }
    }

    @Override
    public String identity() {
        return lock.identity();
    }

    @Override
    public String describe() {
        return lock.describe();
    }
}
