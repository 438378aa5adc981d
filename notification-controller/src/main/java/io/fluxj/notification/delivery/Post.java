package io.fluxj.notification.delivery;

import io.fluxj.notification.provider.Services;

/** What deliveries are made with. */
record Post(
        ProviderSecrets secrets,
        CommitStatus commitStatus,
        MessageTemplates templates,
        Ways ways,
        Services services,
        Reports reports) {}
