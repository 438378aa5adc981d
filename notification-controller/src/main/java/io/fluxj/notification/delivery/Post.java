package io.fluxj.notification.delivery;

import io.fluxj.notification.alert.Complaints;
import io.fluxj.notification.provider.Services;

/** What deliveries are made with. */
record Post(
        ProviderSecrets secrets,
        CommitStatus commitStatus,
        Ways ways,
        Services services,
        Complaints complaints,
        DeliveryMetrics metrics) {}
