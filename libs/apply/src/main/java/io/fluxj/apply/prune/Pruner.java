package io.fluxj.apply.prune;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Action;
import io.fluxj.apply.Change;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.Marker;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.live.Termination;
import io.fluxj.apply.stage.KindOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes objects that an owner no longer wants, in the reverse of the apply order. Thread-safe. */
public final class Pruner {
    private final Cluster cluster;

    /** Deletes from this cluster. */
    public Pruner(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Deletes in the background those of the objects that are the owner's and do not ask to be kept. One that is gone already
     * counts as deleted, so does one of a kind that the cluster serves no more. An error stops nothing: all are tried.
     */
    public PruneResult prune(List<ObjectRef> refs, PruneOptions options) {
        List<Change> changes = new ArrayList<>();
        List<ObjectRef> survivors = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (ObjectRef ref : refs.stream().sorted(KindOrder.APPLY.reversed()).toList()) {
            try {
                changes.add(new Change(ref, prune(ref, options)));
            } catch (PruneError e) {
                survivors.addFirst(ref);
                errors.add(String.valueOf(e.getMessage()));
            }
        }
        return new PruneResult(new ChangeSet(changes), survivors, errors);
    }

    /**
     * Blocks until none of the objects exists, the time is over or the waits are cancelled.
     *
     * @return the objects that are still there; empty when all are gone
     * @throws InterruptedException when the thread is interrupted
     */
    public List<ObjectRef> awaitTermination(List<ObjectRef> refs, Duration timeout, Waits waits)
            throws InterruptedException {
        return Termination.await(cluster, refs, timeout, waits);
    }

    private Action prune(ObjectRef ref, PruneOptions options) {
        Optional<ObjectNode> live = live(ref);
        if (live.isEmpty()) {
            return Action.DELETED;
        }
        if (!options.ownership().owns(live.get()) || Marker.any(options.keep(), live.get())) {
            return Action.SKIPPED;
        }
        try {
            cluster.delete(ref, Metadata.text(live.get(), "uid"));
            return Action.DELETED;
        } catch (ApiException e) {
            throw new PruneError(ref.subject() + " delete failed: " + e.getMessage(), e);
        }
    }

    private Optional<ObjectNode> live(ObjectRef ref) {
        try {
            return cluster.get(ref);
        } catch (UnknownKindException e) {
            return Optional.empty();
        } catch (ApiException e) {
            throw new PruneError(ref.subject() + " query failed: " + e.getMessage(), e);
        }
    }

    private static final class PruneError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PruneError(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
