package io.fluxj.kube.admission;

import io.fluxj.kube.access.Rbac;
import io.fluxj.kube.store.ObjectStore;
import java.util.function.Supplier;

/** The admission plugins of the API server that matter without nodes. */
public final class Admission {
    private final Escalation escalation;
    private final LimitRanges limits;
    private final PodIdentity identity;
    private final Priorities priorities;
    private final Quotas quotas;

    /** Decides by the objects in the store. */
    public Admission(ObjectStore store) {
        escalation = new Escalation(new Rbac(store));
        limits = new LimitRanges(store);
        identity = new PodIdentity(store);
        priorities = new Priorities(store);
        quotas = new Quotas(store);
    }

    /** Before the object is prepared and validated: adds what is missing. */
    public void admit(Write write) {
        if (write.type().isCustom()) {
            return;
        }
        limits.fill(write);
        identity.fill(write);
        priorities.fill(write);
        Tolerations.fill(write);
        escalation.check(write);
    }

    /** After the object was validated: refuses what others do not allow. */
    public void check(Write write) {
        if (!write.type().isCustom()) {
            limits.check(write);
        }
    }

    /** Stores a new object when the namespace's quotas have room for it. */
    public <T> T within(Write write, Supplier<T> storing) {
        return quotas.within(write, storing);
    }
}
