package io.fluxj.notification.alert;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import java.util.Collection;
import java.util.Optional;

/** The Alerts and Providers that there are now. Asked for every event, so it answers from memory. */
public interface Catalogue {
    /** All Alerts. */
    Collection<Alert> alerts();

    /** A Provider; empty when there is none of that name. */
    Optional<Provider> provider(String namespace, String name);
}
