package io.fluxj.source.chart;

import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartStatus;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.source.Sources;
import io.fluxj.source.artifact.ArtifactKind;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Stored;
import io.fluxj.source.artifact.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a HelmChart. Source: behaviour §1.6, §10. */
public final class HelmChartReconciliation implements Reconciliation<HelmChart, HelmChartStatus> {
    /** A net: the source is looked up in memory. */
    private static final Duration LOOKING_UP = Duration.ofMinutes(5);

    private static final String LINK = "latest.tar.gz";
    private static final ArtifactKind<HelmChartStatus> KIND =
            new ArtifactKind<>(HelmChartReconciliation::place, ChartCondition.ALL, LINK);

    private final SpecNotices<HelmChart> notices;
    private final Stored<HelmChart, HelmChartStatus> stored;
    private final SourceStep sources;
    private final BuildStep build;
    private final PublishStep publish;
    private final Path workFolder;

    /**
     * Assembles the steps.
     *
     * @param sources where charts may come from
     */
    public HelmChartReconciliation(HelmChartParts parts, Sources sources, SpecNotices<HelmChart> notices) {
        this.notices = notices;
        this.stored = new Stored<>(parts.storage(), KIND);
        this.sources = new SourceStep(sources, parts);
        this.build = new BuildStep(parts);
        this.publish = new PublishStep(new Publishing<>(parts.storage(), KIND));
        this.workFolder = parts.workFolder();
    }

    private static HelmChartStatus place(HelmChartStatus status, @Nullable Artifact artifact) {
        String url = artifact == null ? null : artifact.url().replaceFirst("[^/]+$", LINK);
        return status.withArtifact(artifact).withUrl(url);
    }

    @Override
    public KindRules<HelmChart, HelmChartStatus> rules() {
        return new KindRules<>(
                HelmChart.class,
                HelmChartStatus.class,
                "source-controller",
                ChartCondition.ALL.owned(),
                chart -> Boolean.TRUE.equals(chart.getSpec().suspend()),
                chart -> RetryPolicy.backoff(),
                ChartCondition.ALL.ready());
    }

    @Override
    public Outcome reconcile(Pass<HelmChart, HelmChartStatus> pass) throws Failure, InterruptedException {
        pass.step("readSpec", () -> readSpec(pass));
        pass.step("tidyUp", () -> stored.tidyUp(pass));
        ChartSource source = pass.step("findSource", LOOKING_UP, () -> sources.find(pass));
        try (WorkFolder folder = WorkFolder.create(workFolder, pass.object())) {
            Built built = pass.step("build", () -> build.build(pass, source, folder));
            return pass.step("publish", () -> publish.publish(pass, built));
        }
    }

    private void readSpec(Pass<HelmChart, HelmChartStatus> pass) throws Failure {
        HelmChartStatus status = pass.object().getStatus();
        long observed = status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
        notices.tell(pass, observed, UndeclaredFields.of("spec", pass.object().getSpec()), List.of());
        SpecCheck.requireUsable(pass.object().getSpec());
        SignatureStep.forgetFailure(pass);
    }

    @Override
    public void cleanUp(Pass<HelmChart, HelmChartStatus> pass) throws Failure, InterruptedException {
        pass.step("removeArtifacts", () -> stored.removeAll(pass));
    }

    @Override
    public void forget(HelmChart chart) {
        notices.forget(chart);
    }
}
