package io.fluxj.cli.act;

import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;

/** What is said of an object once it was reconciled with success; Flux's words. */
final class SuccessMessage {
    private SuccessMessage() {}

    static String of(FluxKind kind, FluxObject object) {
        return switch (kind) {
            case GIT_REPOSITORY, OCI_REPOSITORY, BUCKET, HELM_CHART, EXTERNAL_ARTIFACT -> fetched(object);
            case HELM_REPOSITORY ->
                object.text("/spec/type").equals("oci") ? "Helm repository is ready" : fetched(object);
            case KUSTOMIZATION -> "applied revision " + object.text("/status/lastAppliedRevision");
            case HELM_RELEASE -> "applied revision " + chartVersion(object);
            case IMAGE_REPOSITORY ->
                "scan fetched " + object.at("/status/lastScanResult/tagCount").asLong() + " tags";
            case IMAGE_POLICY -> "selected ref " + reference(object);
            case IMAGE_UPDATE ->
                object.condition("Ready").map(Condition::message).orElse("automation not yet run");
            case RECEIVER -> "Receiver reconciliation completed";
            case ALERT, PROVIDER, ARTIFACT_GENERATOR ->
                object.condition("Ready").map(Condition::message).orElse(kind.kind() + " is ready");
        };
    }

    private static String fetched(FluxObject source) {
        return "fetched revision " + source.text("/status/artifact/revision");
    }

    private static String chartVersion(FluxObject release) {
        String installed = release.text("/status/history/0/chartVersion");
        return installed.isEmpty() ? release.text("/status/lastAttemptedRevision") : installed;
    }

    private static String reference(FluxObject policy) {
        String digest = policy.text("/status/latestRef/digest");
        return policy.text("/status/latestRef/name") + ":" + policy.text("/status/latestRef/tag")
                + (digest.isEmpty() ? "" : "@" + digest);
    }
}
