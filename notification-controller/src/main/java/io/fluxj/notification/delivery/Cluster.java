package io.fluxj.notification.delivery;

import io.fluxj.notification.alert.Catalogue;
import io.fluxj.notification.alert.Complaints;
import io.fluxj.notification.alert.LiveLabels;
import io.fluxj.notification.alert.Receipts;
import java.util.concurrent.CompletableFuture;

/**
 * The cluster, as far as events are concerned.
 *
 * @param receipts notes what became of events
 * @param ready completes when the catalogue knows everything that there is
 */
public record Cluster(
        Catalogue catalogue,
        LiveLabels labels,
        SecretLookup secrets,
        Complaints complaints,
        Receipts receipts,
        CompletableFuture<?> ready) {}
