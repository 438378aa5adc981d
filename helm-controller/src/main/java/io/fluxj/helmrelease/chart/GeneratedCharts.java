package io.fluxj.helmrelease.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.apply.Action;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.stage.ApplyException;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.runtime.source.SourceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the objects that releases ask for by templates as those say, and deletes those that none asks for any more. */
public final class GeneratedCharts {

    private static final int REMEMBERED = 20_000;

    private final Cluster cluster;
    private final AppliedMemory memory = new AppliedMemory(REMEMBERED);
    private final Duration requeue;

    /**
     * Those of the controller's own cluster, written as the controller itself.
     *
     * @param requeue {@code --requeue-dependency}: when to look again at one that the source-controller has to handle
     */
    public GeneratedCharts(KubernetesClient client, Duration requeue) {
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
        } catch (ApplyException | ApiException e) {
            String message = "failed to run server-side apply: " + e.getMessage();
            throw failed(chart.name(), message, e);
        }
    }

    /** What is watched may still show the chart as it was, and its artifact as that of the new spec. */
    private void requireHandled(SourceName name) throws Waiting {
        Optional<ObjectNode> live = cluster.get(ref(name));
        if (live.filter(object -> !isObserved(object)).isPresent()) {
            throw Waiting.on(
                    HelmReleaseReason.SOURCE_NOT_READY,
                    "%s '%s/%s' is not ready: latest generation of object has not been reconciled"
                            .formatted(name.kind(), name.namespace(), name.name()),
                    requeue);
        }
    }

    private static boolean isObserved(ObjectNode object) {
        return object.at("/status/observedGeneration").asLong(-1)
                == object.at("/metadata/generation").asLong();
    }

    private static ObjectRef ref(SourceName name) {
        return ObjectRef.of(GeneratedChart.API_VERSION, name.kind(), name.namespace(), name.name());
    }

    private static void tell(Pass<HelmRelease, HelmReleaseStatus> pass, GeneratedChart chart, Action action) {
        String done = action == Action.CREATED ? "Created" : "Configured";
        String from = chart.source().isEmpty() ? "" : " with SourceRef '" + chart.source() + "'";
        trace(pass, chart.name().kind() + done, done + " " + chart.name() + from);
    }

    private static void trace(Pass<HelmRelease, HelmReleaseStatus> pass, String reason, String message) {
        pass.emit(Severity.TRACE, () -> reason, message, Map.of());
    }

    /** The event says why; the conditions are not touched, as in Flux. */
    private static Retryable failed(SourceName name, String message, RuntimeException e) {
        return Retryable.of(() -> name.kind() + "SyncErr", message, e).announcing(Severity.TRACE, message);
    }

    /** Deletes the one that the status names; one that is gone already is fine. */
    public void delete(Pass<HelmRelease, HelmReleaseStatus> pass) throws Retryable {
        Optional<SourceName> known =
                Optional.ofNullable(pass.status().helmChart()).flatMap(GeneratedChart::fromStatus);
        if (known.isPresent()) {
            delete(pass, known.get());
        }
        pass.update(status -> status.withHelmChart(null));
    }

    /** What somebody else made, or took over, is not ours to delete. */
    private void delete(Pass<HelmRelease, HelmReleaseStatus> pass, SourceName name) throws Retryable {
        boolean chart = name.kind().equals(GeneratedChart.HELM_CHART);
        String told = chart ? name.namespace() + "/" + name.name() : name.toString();
        try {
            Optional<ObjectNode> live = cluster.get(ref(name));
            if (live.isEmpty() || !GeneratedChart.ownership(pass.object()).owns(live.get())) {
                return;
            }
            cluster.delete(ref(name), Metadata.text(live.get(), "uid"));
        } catch (UnknownKindException gone) {
            return;
        } catch (ApiException e) {
            throw failed(
                    name, "failed to delete %s'%s': %s".formatted(chart ? "HelmChart " : "", told, e.getMessage()), e);
        }
        trace(pass, name.kind() + "Deleted", "deleted %s'%s'".formatted(chart ? "HelmChart " : "", told));
    }

    /** The object is gone. */
    public void forget(HelmRelease release) {
        new StagedApply(cluster, memory).forget(ApplyOptions.of(GeneratedChart.ownership(release)));
    }
}
