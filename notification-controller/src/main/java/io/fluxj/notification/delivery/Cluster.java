package io.fluxj.notification.delivery;

import io.fluxj.notification.alert.Catalogue;
import io.fluxj.notification.alert.Complaints;
import io.fluxj.notification.alert.LiveLabels;
import java.util.concurrent.CompletableFuture;

/**
 * The cluster, as far as events are concerned.
 *
 * @param ready completes when the catalogue knows everything that there is
 */
public record Cluster(
        Catalogue catalogue,
        LiveLabels labels,
        SecretLookup secrets,
        Complaints complaints,
        CompletableFuture<?> ready) {}
