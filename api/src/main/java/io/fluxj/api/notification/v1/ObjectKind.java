package io.fluxj.api.notification.v1;

import io.fluxj.api.meta.Choice;

/** Kinds that can be woken, or watched for events. */
public enum ObjectKind implements Choice.Named {
    /** A Bucket. */
    BUCKET("Bucket"),
    /** A GitRepository. */
    GIT_REPOSITORY("GitRepository"),
    /** A Kustomization. */
    KUSTOMIZATION("Kustomization"),
    /** A HelmRelease. */
    HELM_RELEASE("HelmRelease"),
    /** A HelmChart. */
    HELM_CHART("HelmChart"),
    /** A HelmRepository. */
    HELM_REPOSITORY("HelmRepository"),
    /** An ImageRepository. */
    IMAGE_REPOSITORY("ImageRepository"),
    /** An ImagePolicy. */
    IMAGE_POLICY("ImagePolicy"),
    /** An ImageUpdateAutomation. */
    IMAGE_UPDATE_AUTOMATION("ImageUpdateAutomation"),
    /** An OCIRepository. */
    OCI_REPOSITORY("OCIRepository"),
    /** An ArtifactGenerator. */
    ARTIFACT_GENERATOR("ArtifactGenerator"),
    /** An ExternalArtifact. */
    EXTERNAL_ARTIFACT("ExternalArtifact");

    private final String text;

    ObjectKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
