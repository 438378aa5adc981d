package io.fluxj.api.notification.v1beta3;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** Which events to send to a Provider. */
@Group("notification.toolkit.fluxcd.io")
@Version("v1beta3")
@Kind("Alert")
@Plural("alerts")
@Singular("alert")
public final class Alert extends CustomResource<AlertSpec, AlertStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public Alert() {}
}
