package io.fluxj.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.frame.Table;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.ObjectReference;
import io.fluxj.cli.object.References;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The first lines about an object: what it is, where it comes from, how often it is looked at. */
record Summary(Map<String, String> lines) {

    static Summary of(FluxKind kind, FluxObject object) {
        Map<String, String> lines = new LinkedHashMap<>();
        References.source(kind, object).map(ObjectReference::toString).ifPresent(source -> lines.put("Source", source));
        specOf(kind, object, lines);
        statusOf(kind, object, lines);
        schedule(object, lines);
        lines.put("Suspended", object.suspended() ? "yes" : "no");
        lines.values().removeIf(String::isEmpty);
        return new Summary(lines);
    }

    Table table() {
        Table table = Table.plain();
        lines.forEach((label, value) -> table.row(List.of(label + ":", value)));
        return table;
    }

    private static void specOf(FluxKind kind, FluxObject object, Map<String, String> lines) {
        switch (kind) {
            case KUSTOMIZATION -> {
                lines.put("Path", object.text("/spec/path"));
                lines.put("Prunes", object.at("/spec/prune").asBoolean() ? "yes" : "no");
                lines.put("Target namespace", object.text("/spec/targetNamespace"));
            }
            case HELM_RELEASE -> {
                lines.put("Chart", chart(object));
                lines.put(
                        "Release",
                        object.text("/status/history/0/namespace") + "/" + object.text("/status/history/0/name"));
                lines.put("Values from", valuesFrom(object));
            }
            case GIT_REPOSITORY, OCI_REPOSITORY -> {
                lines.put("URL", object.text("/spec/url"));
                lines.put("Reference", fields(object.at("/spec/ref")));
                lines.put("Secret", object.text("/spec/secretRef/name"));
            }
            case HELM_REPOSITORY -> {
                lines.put("URL", object.text("/spec/url"));
                lines.put("Secret", object.text("/spec/secretRef/name"));
            }
            case BUCKET -> {
                lines.put("Bucket", object.text("/spec/bucketName"));
                lines.put("Endpoint", object.text("/spec/endpoint"));
                lines.put("Secret", object.text("/spec/secretRef/name"));
            }
            case HELM_CHART -> lines.put("Chart", object.text("/spec/chart") + " " + object.text("/spec/version"));
            case IMAGE_REPOSITORY -> lines.put("Image", object.text("/spec/image"));
            case IMAGE_POLICY -> lines.put("Policy", fields(object.at("/spec/policy")));
            case IMAGE_UPDATE -> {
                lines.put("Updates", object.text("/spec/update/path"));
                lines.put("Pushes to", object.text("/spec/git/push/branch"));
            }
            case RECEIVER -> {
                lines.put("Type", object.text("/spec/type"));
                lines.put("Wakes", references(object, "/spec/resources"));
            }
            case ALERT -> lines.put("About", references(object, "/spec/eventSources"));
            case PROVIDER -> {
                lines.put("Type", object.text("/spec/type"));
                lines.put("Channel", object.text("/spec/channel"));
                lines.put("Secret", object.text("/spec/secretRef/name"));
            }
            case EXTERNAL_ARTIFACT, ARTIFACT_GENERATOR -> lines.put("Age", object.text("/metadata/creationTimestamp"));
        }
    }

    private static void statusOf(FluxKind kind, FluxObject object, Map<String, String> lines) {
        lines.put("Artifact", object.text("/status/artifact/revision"));
        lines.put("Applied", object.text("/status/lastAppliedRevision"));
        lines.put("Attempted", object.text("/status/lastAttemptedRevision"));
        switch (kind) {
            case HELM_RELEASE -> {
                lines.put("Failures", count(object, "failures"));
                lines.put("Install failures", count(object, "installFailures"));
                lines.put("Upgrade failures", count(object, "upgradeFailures"));
            }
            case IMAGE_POLICY ->
                lines.put(
                        "Selected", object.text("/status/latestRef/name") + ":" + object.text("/status/latestRef/tag"));
            case IMAGE_REPOSITORY -> lines.put("Tags", object.text("/status/lastScanResult/tagCount"));
            case IMAGE_UPDATE -> {
                lines.put("Last run", object.text("/status/lastAutomationRunTime"));
                lines.put("Last push", object.text("/status/lastPushCommit"));
            }
            case RECEIVER -> lines.put("Webhook path", object.text("/status/webhookPath"));
            case GIT_REPOSITORY, OCI_REPOSITORY, HELM_REPOSITORY, BUCKET, HELM_CHART, KUSTOMIZATION -> {}
            case ALERT, PROVIDER, EXTERNAL_ARTIFACT, ARTIFACT_GENERATOR -> {}
        }
    }

    private static void schedule(FluxObject object, Map<String, String> lines) {
        String interval = object.text("/spec/interval");
        String retry = object.text("/spec/retryInterval");
        if (!interval.isEmpty()) {
            lines.put("Looked at", "every " + interval + (retry.isEmpty() ? "" : ", after a failure every " + retry));
        }
    }

    private static String chart(FluxObject release) {
        String named = release.text("/spec/chart/spec/chart");
        return named.isEmpty()
                ? release.text("/spec/chartRef/name")
                : named + " " + release.text("/spec/chart/spec/version");
    }

    private static String valuesFrom(FluxObject release) {
        return references(release, "/spec/valuesFrom");
    }

    private static String references(FluxObject object, String pointer) {
        return object.elements(pointer)
                .map(each ->
                        each.path("kind").asText("") + "/" + each.path("name").asText(""))
                .collect(Collectors.joining(", "));
    }

    private static String fields(JsonNode node) {
        return node.properties().stream()
                .map(entry -> entry.getKey() + " "
                        + (entry.getValue().isObject()
                                ? fields(entry.getValue())
                                : entry.getValue().asText()))
                .collect(Collectors.joining(", "));
    }

    private static String count(FluxObject object, String field) {
        long count = object.at("/status/" + field).asLong();
        return count == 0 ? "" : String.valueOf(count);
    }
}
