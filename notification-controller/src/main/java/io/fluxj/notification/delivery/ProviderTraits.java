package io.fluxj.notification.delivery;

import io.fluxj.api.notification.v1beta3.ProviderType;
import io.fluxj.notification.provider.Settings;
import java.util.EnumSet;
import java.util.Set;

/** What sets types of Providers apart before anything is sent. Source: behaviour §4.1. */
final class ProviderTraits {
    private static final Set<ProviderType> COMMIT_STATUSES = EnumSet.of(
            ProviderType.GITHUB,
            ProviderType.GITLAB,
            ProviderType.GITEA,
            ProviderType.BITBUCKET,
            ProviderType.BITBUCKET_SERVER,
            ProviderType.AZURE_DEVOPS);
    private static final Set<ProviderType> CHANGE_REQUESTS = EnumSet.of(
            ProviderType.GITHUB_PULL_REQUEST_COMMENT,
            ProviderType.GITLAB_MERGE_REQUEST_COMMENT,
            ProviderType.GITEA_PULL_REQUEST_COMMENT);
    private static final Set<ProviderType> FORWARDERS = EnumSet.of(ProviderType.GENERIC, ProviderType.GENERIC_HMAC);

    private static final Set<ProviderType> OF_CLOUDS =
            EnumSet.of(ProviderType.AZURE_DEVOPS, ProviderType.AZURE_EVENT_HUB, ProviderType.GOOGLE_PUBSUB);

    private ProviderTraits() {}

    /** Whether a cloud vouches for it, since its Secret has nothing that does. */
    static boolean usesCloudIdentity(ProviderType type, Settings settings) {
        return OF_CLOUDS.contains(type)
                && settings.credentials().token().isEmpty()
                && !settings.address().contains("SharedAccessKey");
    }

    /** Whether it sets the status of a commit. */
    static boolean setsCommitStatus(ProviderType type) {
        return COMMIT_STATUSES.contains(type);
    }

    /** Whether it comments on change requests. */
    static boolean comments(ProviderType type) {
        return CHANGE_REQUESTS.contains(type);
    }

    /** Whether it is told of success that is nothing new. */
    static boolean hearsOfUpdates(ProviderType type) {
        return setsCommitStatus(type) || FORWARDERS.contains(type);
    }
}
