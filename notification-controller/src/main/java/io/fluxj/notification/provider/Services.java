package io.fluxj.notification.provider;

import io.fluxj.api.notification.v1beta3.ProviderType;
import io.fluxj.runtime.identity.GitHubAppTokens;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.secret.GitHubApp;
import io.fluxj.runtime.secret.SecretException;

/** Makes the service of a Provider. */
public final class Services {
    private final GitHubAppTokens apps;
    private final CloudIdentity clouds;
    private final Journals journals;
    private final String host;
    private final boolean opsgenieAlias;

    /**
     * Makes services.
     *
     * @param apps tokens of GitHub Apps
     * @param clouds tokens of clouds
     * @param journals of Providers of type audit
     * @param host name of this machine, as services may be told
     * @param opsgenieAlias whether Opsgenie is told which alerts are one
     */
    public Services(GitHubAppTokens apps, CloudIdentity clouds, Journals journals, String host, boolean opsgenieAlias) {
        this.apps = apps;
        this.journals = journals;
        this.clouds = clouds;
        this.host = host;
        this.opsgenieAlias = opsgenieAlias;
    }

    /**
     * The service.
     *
     * @throws DeliveryFailure when the settings are of no use to it, or it does not say who we are
     */
    public Service open(ProviderType type, Settings settings, Line line) throws DeliveryFailure, InterruptedException {
        return switch (type) {
            case GENERIC -> Forwarder.generic(settings);
            case GENERIC_HMAC -> Forwarder.signed(settings);
            case SLACK -> Slack.slack(settings);
            case DISCORD -> Slack.discord(settings);
            case ROCKET -> Slack.rocket(settings);
            case MS_TEAMS -> MsTeams.of(settings);
            case GOOGLE_CHAT -> GoogleChat.of(settings);
            case GOOGLE_PUBSUB -> GooglePubSub.of(settings, clouds);
            case WEBEX -> Webex.of(settings);
            case SENTRY -> Sentry.of(settings, host);
            case AZURE_EVENT_HUB -> AzureEventHub.open(settings, clouds, line);
            case TELEGRAM -> Telegram.of(settings);
            case LARK -> Lark.of(settings);
            case MATRIX -> Matrix.of(settings);
            case OPSGENIE -> Opsgenie.of(settings, opsgenieAlias);
            case ALERTMANAGER -> Alertmanager.of(settings);
            case GRAFANA -> Grafana.of(settings);
            case PAGER_DUTY -> PagerDuty.of(settings);
            case DATADOG -> Datadog.of(settings);
            case NATS -> Nats.of(settings);
            case ZULIP -> Zulip.of(settings);
            case OTEL -> Otel.of(settings);
            case ZOOM -> Zoom.of(settings);
            case INCIDENT_IO -> IncidentIo.of(settings);
            case MASTODON -> Mastodon.of(settings);
            case AUDIT -> Audit.of(settings, journals);
            case GITHUB -> GitHub.of(settings, gitHubToken(settings, line));
            case GITHUB_DISPATCH -> GitHubDispatch.of(settings, gitHubToken(settings, line));
            case GITHUB_PULL_REQUEST_COMMENT -> GitHubComment.open(settings, gitHubToken(settings, line), line);
            case GITLAB -> GitLab.of(settings);
            case GITLAB_MERGE_REQUEST_COMMENT -> GitLabComment.open(settings, line);
            case GITEA -> Gitea.open(settings, line);
            case GITEA_PULL_REQUEST_COMMENT -> GiteaComment.open(settings, line);
            case BITBUCKET -> Bitbucket.of(settings);
            case BITBUCKET_SERVER -> BitbucketServer.of(settings);
            case AZURE_DEVOPS -> AzureDevOps.open(settings, clouds, line);
        };
    }

    /** The token of the Secret, else that of the app that it describes. */
    private String gitHubToken(Settings settings, Line line) throws DeliveryFailure {
        if (!settings.token().isEmpty()) {
            return settings.token();
        }
        if (!GitHubApp.isIn(settings.credentials().secret())) {
            throw new DeliveryFailure("github token or github app details must be specified");
        }
        try {
            GitHubApp app = GitHubApp.require(settings.credentials().secret());
            String token = apps.token(app, line.route()).value();
            line.conceal(token);
            return token;
        } catch (SecretException | IdentityException unusable) {
            throw new DeliveryFailure(String.valueOf(unusable.getMessage()));
        }
    }
}
