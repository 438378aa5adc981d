package io.fluxj.api.notification.v1beta3;

import io.fluxj.api.meta.Choice;

/** Services that events can be sent to. */
public enum ProviderType implements Choice.Named {
    /** Slack. */
    SLACK("slack"),
    /** Discord. */
    DISCORD("discord"),
    /** Microsoft Teams. */
    MS_TEAMS("msteams"),
    /** Rocket.Chat. */
    ROCKET("rocket"),
    /** Any web address; the event is posted as JSON. */
    GENERIC("generic"),
    /** As generic, with a signature over the body in the header X-Signature. */
    GENERIC_HMAC("generic-hmac"),
    /** Status of a commit on GitHub. */
    GITHUB("github"),
    /** Status of a commit on GitLab. */
    GITLAB("gitlab"),
    /** Status of a commit on Gitea. */
    GITEA("gitea"),
    /** Comment on a pull request on Gitea. */
    GITEA_PULL_REQUEST_COMMENT("giteapullrequestcomment"),
    /** Status of a commit on Bitbucket Server. */
    BITBUCKET_SERVER("bitbucketserver"),
    /** Status of a commit on Bitbucket Cloud. */
    BITBUCKET("bitbucket"),
    /** Status of a commit on Azure DevOps. */
    AZURE_DEVOPS("azuredevops"),
    /** Google Chat. */
    GOOGLE_CHAT("googlechat"),
    /** Google Pub/Sub. */
    GOOGLE_PUBSUB("googlepubsub"),
    /** Webex. */
    WEBEX("webex"),
    /** Sentry. */
    SENTRY("sentry"),
    /** Azure Event Hubs. */
    AZURE_EVENT_HUB("azureeventhub"),
    /** Telegram. */
    TELEGRAM("telegram"),
    /** Lark. */
    LARK("lark"),
    /** Matrix. */
    MATRIX("matrix"),
    /** Opsgenie. */
    OPSGENIE("opsgenie"),
    /** Prometheus Alertmanager. */
    ALERTMANAGER("alertmanager"),
    /** Annotations in Grafana. */
    GRAFANA("grafana"),
    /** Starts workflows of GitHub Actions. */
    GITHUB_DISPATCH("githubdispatch"),
    /** Comment on a pull request on GitHub. */
    GITHUB_PULL_REQUEST_COMMENT("githubpullrequestcomment"),
    /** Comment on a merge request on GitLab. */
    GITLAB_MERGE_REQUEST_COMMENT("gitlabmergerequestcomment"),
    /** PagerDuty. */
    PAGER_DUTY("pagerduty"),
    /** Datadog. */
    DATADOG("datadog"),
    /** NATS. */
    NATS("nats"),
    /** Zulip. */
    ZULIP("zulip"),
    /** OpenTelemetry, as spans. */
    OTEL("otel"),
    /** Zoom. */
    ZOOM("zoom"),
    /** incident.io. */
    INCIDENT_IO("incident.io"),
    /** Mastodon. */
    MASTODON("mastodon"),
    /** Ours: a journal that shows when somebody changed it. */
    AUDIT("audit");

    private final String text;

    ProviderType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
