package io.fluxj.helmrelease.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.apply.Action;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.Source;
import io.fluxj.runtime.source.SourceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the HelmChart objects that releases ask for as their templates say, and deletes those that none asks for any more. */
public final class GeneratedCharts {

    private static final int REMEMBERED = 20_000;

    private final KubernetesClient client;
    private final Cluster cluster;
    private final AppliedMemory memory = new AppliedMemory(REMEMBERED);
    private final Duration requeue;

    /**
     * Those of the controller's own cluster, written as the controller itself.
     *
     * @param requeue {@code --requeue-dependency}: when to look again at one that the source-controller has to handle
     */
    public GeneratedCharts(KubernetesClient client, Duration requeue) {
        this.client = client;
        this.cluster = Cluster.of(client);
        this.requeue = requeue;
    }

    /** Brings about what the spec asks for, and takes away what an earlier one asked for. */
    public void keep(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure, InterruptedException {
        Optional<GeneratedChart> wanted = GeneratedChart.of(pass.object());
        String former = pass.status().helmChart();
        if (former != null
                && !former.isEmpty()
                && !former.equals(wanted.map(GeneratedChart::inStatus).orElse(""))) {
            delete(pass);
        }
        if (wanted.isPresent()) {
            apply(pass, wanted.get());
        }
    }

    private void apply(Pass<HelmRelease, HelmReleaseStatus> pass, GeneratedChart chart)
            throws Retryable, Waiting, InterruptedException {
        try {
            ChangeSet changes = new StagedApply(cluster, memory)
                    .apply(List.of(chart.manifest()), ApplyOptions.of(GeneratedChart.ownership(pass.object())));
            pass.update(status -> status.withHelmChart(chart.inStatus()));
            changes.written().forEach(change -> tell(pass, chart, change.action()));
            if (changes.changedAnything()) {
                requireHandled(chart.name());
            }
        } catch (ApplyException | ApiException | KubernetesClientException e) {
            throw refused(e);
        }
    }

    /** What is watched may still show the chart as it was, and its artifact as that of the new spec. */
    private void requireHandled(SourceName name) throws Waiting {
        @Nullable
        HelmChart live = client.resources(HelmChart.class)
                .inNamespace(name.namespace())
                .withName(name.name())
                .get();
        if (live != null && !new Source(live).isObserved()) {
            throw Waiting.on(
                    HelmReleaseReason.SOURCE_NOT_READY,
                    "%s '%s/%s' is not ready: latest generation of object has not been reconciled"
                            .formatted(name.kind(), name.namespace(), name.name()),
                    requeue);
        }
    }

    private static void tell(Pass<HelmRelease, HelmReleaseStatus> pass, GeneratedChart chart, Action action) {
        boolean created = action == Action.CREATED;
        Reason reason = created ? HelmReleaseReason.HELM_CHART_CREATED : HelmReleaseReason.HELM_CHART_CONFIGURED;
        String text =
                "%s %s with SourceRef '%s'".formatted(created ? "Created" : "Configured", chart.name(), chart.source());
        pass.emit(Severity.TRACE, reason, text, Map.of());
    }

    /** The event says why; the conditions are not touched, as in Flux. */
    private static Retryable refused(RuntimeException e) {
        String message = "failed to run server-side apply: " + e.getMessage();
        return Retryable.of(HelmReleaseReason.HELM_CHART_SYNC_ERROR, message, e).announcing(Severity.TRACE, message);
    }

    /** Deletes the one that the status names; one that is gone already is fine. */
    public void delete(Pass<HelmRelease, HelmReleaseStatus> pass) throws Retryable {
        String known = pass.status().helmChart();
        int slash = known == null ? -1 : known.indexOf('/');
        if (known != null && slash > 0) {
            delete(pass, known.substring(0, slash), known.substring(slash + 1));
        }
        pass.update(status -> status.withHelmChart(null));
    }

    private void delete(Pass<HelmRelease, HelmReleaseStatus> pass, String namespace, String name) throws Retryable {
        try {
            @Nullable
            HelmChart live = client.resources(HelmChart.class)
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            if (live == null || !isOwn(pass.object(), live)) {
                return;
            }
            client.resource(live).delete();
        } catch (KubernetesClientException e) {
            String message = "failed to delete HelmChart '%s/%s': %s".formatted(namespace, name, e.getMessage());
            throw Retryable.of(HelmReleaseReason.HELM_CHART_SYNC_ERROR, message, e)
                    .announcing(Severity.TRACE, message);
        }
        String message = "deleted HelmChart '%s/%s'".formatted(namespace, name);
        pass.emit(Severity.TRACE, HelmReleaseReason.HELM_CHART_DELETED, message, Map.of());
    }

    /** What somebody else made, or took over, is not ours to delete. */
    private boolean isOwn(HelmRelease release, HelmChart live) {
        JsonNode tree = client.getKubernetesSerialization().convertValue(live, JsonNode.class);
        return GeneratedChart.ownership(release).owns(tree);
    }

    /** The object is gone. */
    public void forget(HelmRelease release) {
        new StagedApply(cluster, memory).forget(ApplyOptions.of(GeneratedChart.ownership(release)));
    }
}
