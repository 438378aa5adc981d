package io.fluxj.runtime.apply;

import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.prune.PruneResult;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.runtime.reconcile.Pass;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an object has in the cluster, kept in its status through one pass: <em>intended</em> before anything is written, <em>applied</em> once the
 * server has it, <em>pruned</em> when what is stale is gone. Whenever the process dies, all that it brought into the cluster is in the stored
 * status.
 *
 * @param before what was there when the pass began
 * @param applied what this pass has applied; empty until then, and where the object is being deleted
 * @param <S> status of the kind
 */
public record InventoryLedger<S>(Pass<?, S> pass, InventoryField<S> field, Inventory before, Inventory applied) {

    /** Opens that of a pass, once, and tells of entries that cannot be read. */
    public static <S> InventoryLedger<S> open(Pass<?, S> pass, InventoryField<S> field) {
        Inventory.Stored stored = field.read(pass.status());
        UnreadableEntries.tell(pass, stored.unreadable());
        return new InventoryLedger<>(pass, field, stored.inventory(), Inventory.empty());
    }

    /**
     * Something is about to be written. When this returns, it is in the stored status: should the process die now, and the object leave the source
     * before the next one starts, it is still pruned. Where nothing is new, nothing is sent.
     *
     * @param next what is written next
     * @param all everything that the pass is going to apply, so that later stages bring nothing new
     * @param doing as {@link Pass#progress} tells it, by the same patch
     * @return whether something was new
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when the status could not be stored; nothing must be written then
     */
    public boolean intend(List<ObjectRef> next, Supplier<List<ObjectRef>> all, String doing) {
        Inventory known = field.read(pass.status()).inventory();
        boolean isNew = !new Inventory(next).staleAgainst(known).isEmpty();
        if (isNew) {
            write(known.plus(next).plus(all.get()));
            pass.progress(doing);
        }
        return isNew;
    }

    /** Not all was applied: what came or may have come into the cluster is there, what certainly did not is not. */
    public void failed(ApplyException failure) {
        Inventory left = before.plus(failure.applied().refs()).plus(failure.inDoubt());
        if (!left.refs().isEmpty() || field.isWritten(pass.status())) {
            write(left);
        }
    }

    /** All is applied; what is stale is still there. */
    public InventoryLedger<S> applied(ChangeSet changes) {
        InventoryLedger<S> next = new InventoryLedger<>(pass, field, before, new Inventory(changes.refs()));
        write(next.applied.plus(next.stale()));
        return next;
    }

    /** What was there before and was not applied any more, in apply order. */
    public List<ObjectRef> stale() {
        return before.staleAgainst(applied);
    }

    /** Stale objects were deleted but for those that could not be; one that nobody wanted deleted is not looked after any more. */
    public void pruned(PruneResult result) {
        write(applied.plus(result.survivors()));
    }

    private void write(Inventory inventory) {
        pass.update(status -> field.write(status, inventory));
    }
}
