package io.fluxj.api.notification.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A webhook by which others tell that something has changed, so that it is looked at now and not at the next interval. */
@Group("notification.toolkit.fluxcd.io")
@Version("v1")
@Kind("Receiver")
@Plural("receivers")
@Singular("receiver")
public final class Receiver extends CustomResource<ReceiverSpec, ReceiverStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public Receiver() {}
}
