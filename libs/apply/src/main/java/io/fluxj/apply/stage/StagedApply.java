package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.memory.Hash;
import java.util.Collection;
import java.util.List;

/**
 * Applies sets of manifests to one cluster. What defines kinds and namespaces goes first, then classes, then the caller's
 * own stage, then the rest; a stage is written only after the server has accepted all of it in a dry-run, and only objects
 * that differ are written. Thread-safe.
 */
public final class StagedApply {
    private final Cluster cluster;
    private final AppliedMemory memory;

    /**
     * Applies to this cluster.
     *
     * @param memory what was applied before, shared by all that apply
     */
    public StagedApply(Cluster cluster, AppliedMemory memory) {
        this.cluster = cluster;
        this.memory = memory;
    }

    /**
     * Applies a set.
     *
     * @param manifests normalised, carrying the owner labels, in any order
     * @return every object in apply order with what became of it
     * @throws ApplyException when the server refuses anything
     * @throws InterruptedException when the thread is interrupted
     */
    public ChangeSet apply(List<ObjectNode> manifests, ApplyOptions options) throws InterruptedException {
        return apply(manifests, options, refs -> {}, Waits.plain());
    }

    /**
     * As {@link #apply(List, ApplyOptions)}, telling beforehand what is about to be written, and with another way to block while
     * something has to come or to go first.
     */
    public ChangeSet apply(List<ObjectNode> manifests, ApplyOptions options, BeforeWriting before, Waits waits)
            throws InterruptedException {
        return new Run(cluster, memory.begin(cluster, options.ownership(), how(options)), options, before, waits)
                .apply(manifests);
    }

    /**
     * What {@link #apply} would do, in its order, by dry-runs alone. What one object needs of another that does not exist yet is not known: an object
     * in a namespace, or of a kind, that the set itself brings counts as created.
     */
    public List<Planned> plan(List<ObjectNode> manifests, ApplyOptions options) throws InterruptedException {
        return new Planner(cluster, options).plan(manifests);
    }

    /**
     * Whether these are all the objects of the owner, and watches show that nobody has touched any since they were applied so, within the time
     * that this is believed: then to apply the same manifests again would change nothing. Sends no request.
     */
    public boolean isUntouched(Collection<ObjectRef> refs, ApplyOptions options) {
        return memory.isUntouched(cluster, options.ownership(), how(options), refs);
    }

    /** Drops what is remembered of an owner's set: after its objects were deleted, or to have all of them looked at again. */
    public void forget(ApplyOptions options) {
        memory.forget(options.ownership());
    }

    /** Another way to apply may find out something else about the same manifests. */
    private static Hash how(ApplyOptions options) {
        return new Hash(options.markers().hashCode(), options.takeover().hashCode());
    }
}
