package io.fluxj.source.chart;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmChartSourceKind;
import io.fluxj.api.source.v1.HelmChartSourceReference;
import io.fluxj.api.source.v1.HelmChartSpec;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositorySpec;
import io.fluxj.source.TestController;
import io.fluxj.testkit.KubeCluster;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** The HelmRepository {@code charts} and the HelmChart {@code app} of one namespace. */
record ChartObjects(KubeCluster cluster) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void repository(String url, UnaryOperator<HelmRepositorySpec> change) {
        HelmRepository repository = new HelmRepository();
        repository.getMetadata().setName("charts");
        repository.getMetadata().setNamespace(cluster.namespace());
        repository.getMetadata().setLabels(Map.of(TestController.LABEL, cluster.namespace()));
        repository.setSpec(change.apply(HelmRepositorySpec.builder()
                .url(url)
                .interval(GoDuration.parse("1h"))
                .build()));
        cluster.client().resource(repository).forceConflicts().serverSideApply();
    }

    void chart(String name, String version, UnaryOperator<HelmChartSpec> change) {
        HelmChart chart = new HelmChart();
        chart.getMetadata().setName("app");
        chart.getMetadata().setNamespace(cluster.namespace());
        chart.getMetadata().setLabels(Map.of(TestController.LABEL, cluster.namespace()));
        chart.setSpec(change.apply(HelmChartSpec.builder()
                .chart(name)
                .version(version)
                .sourceRef(HelmChartSourceReference.builder()
                        .kind(Choice.of(HelmChartSourceKind.HELM_REPOSITORY))
                        .name("charts")
                        .build())
                .interval(GoDuration.parse("1h"))
                .build()));
        cluster.client().resource(chart).forceConflicts().serverSideApply();
    }

    /** Waits until Ready of the current generation has this reason. */
    HelmChart await(String reason) {
        return await(chart -> ready(chart)
                .filter(ready -> ready.reason().equals(reason)
                        && Objects.equals(
                                ready.observedGeneration(), chart.getMetadata().getGeneration()))
                .isPresent());
    }

    HelmChart await(Predicate<HelmChart> wanted) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(this::read, found -> found != null && found.getStatus() != null && wanted.test(found));
    }

    private HelmChart read() {
        return cluster.client()
                .resources(HelmChart.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .get();
    }

    static Optional<Condition> ready(HelmChart chart) {
        return chart.getStatus().conditions().stream()
                .filter(condition -> condition.type().equals("Ready"))
                .findFirst();
    }

    static String why(HelmChart chart) {
        return ready(chart).orElseThrow().message();
    }

    static Artifact artifact(HelmChart chart) {
        return Objects.requireNonNull(chart.getStatus().artifact());
    }
}
