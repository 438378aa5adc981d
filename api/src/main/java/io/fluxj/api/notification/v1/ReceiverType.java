package io.fluxj.api.notification.v1;

import io.fluxj.api.meta.Choice;

/** Who calls a webhook. */
public enum ReceiverType implements Choice.Named {
    /** Anyone who knows the address. */
    GENERIC("generic"),
    /** Anyone who signs the body with the token, in the header X-Signature. */
    GENERIC_HMAC("generic-hmac"),
    /** Anyone with a token of one of the named OIDC providers. */
    GENERIC_OIDC("generic-oidc"),
    /** GitHub. */
    GITHUB("github"),
    /** GitLab. */
    GITLAB("gitlab"),
    /** Bitbucket Server. */
    BITBUCKET("bitbucket"),
    /** Harbor. */
    HARBOR("harbor"),
    /** Docker Hub. */
    DOCKER_HUB("dockerhub"),
    /** Quay. */
    QUAY("quay"),
    /** Google Container Registry, through Pub/Sub. */
    GCR("gcr"),
    /** Sonatype Nexus. */
    NEXUS("nexus"),
    /** Azure Container Registry. */
    ACR("acr"),
    /** Whoever sends CDEvents. */
    CDEVENTS("cdevents");

    private final String text;

    ReceiverType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
