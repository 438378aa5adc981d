package io.fluxj.helmrelease.chart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.helm.v2.ChartSourceReference;
import io.fluxj.api.helm.v2.ChartTemplate;
import io.fluxj.api.helm.v2.ChartTemplateKind;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.apply.Ownership;
import io.fluxj.helmrelease.Own;
import io.fluxj.runtime.source.SourceName;
import java.util.Map;
import java.util.Optional;

/**
 * The HelmChart or OCIRepository that a release's template asks for. Source: behaviour §3.1, flux-2.10 §8.
 *
 * @param name its kind, namespace and name
 * @param source where the chart is, {@code Kind/namespace/name}; empty where the object itself says so
 * @param manifest the object
 */
public record GeneratedChart(SourceName name, String source, ObjectNode manifest) {

    static final String HELM_CHART = "HelmChart";
    static final String OCI_REPOSITORY = "OCIRepository";

    static final String API_VERSION = "source.toolkit.fluxcd.io/v1";

    /** That of a release; empty when it has no template, or one that lacks what its kind needs. */
    public static Optional<GeneratedChart> of(HelmRelease release) {
        ChartTemplate template = release.getSpec().chart();
        if (template == null) {
            return Optional.empty();
        }
        return template.kind() != null && template.kind().is(ChartTemplateKind.OCI_REPOSITORY)
                ? repository(release, template)
                : helmChart(release, template);
    }

    private static Optional<GeneratedChart> helmChart(HelmRelease release, ChartTemplate template) {
        ChartSourceReference source = template.spec().sourceRef();
        String chart = template.spec().chart();
        if (source == null || chart == null) {
            return Optional.empty();
        }
        SourceName name = SourceName.of(release, HELM_CHART, source.namespace(), objectName(release));
        SourceName from = SourceName.of(release, source.kind().text(), source.namespace(), source.name());
        ObjectNode spec = TemplateSpecs.ofHelmChart(
                template.spec(), chart, source, release.getSpec().interval());
        return Optional.of(new GeneratedChart(name, from.toString(), manifest(release, template, name, spec)));
    }

    private static Optional<GeneratedChart> repository(HelmRelease release, ChartTemplate template) {
        String url = template.spec().url();
        if (url == null || url.isEmpty()) {
            return Optional.empty();
        }
        SourceName name = SourceName.of(release, OCI_REPOSITORY, null, objectName(release));
        ObjectNode spec =
                TemplateSpecs.ofRepository(template.spec(), release.getSpec().interval());
        return Optional.of(new GeneratedChart(name, "", manifest(release, template, name, spec)));
    }

    private static String objectName(HelmRelease release) {
        return release.getMetadata().getNamespace() + "-"
                + release.getMetadata().getName();
    }

    private static ObjectNode manifest(HelmRelease release, ChartTemplate template, SourceName name, ObjectNode spec) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("apiVersion", API_VERSION).put("kind", name.kind());
        ObjectNode metadata = manifest.putObject("metadata");
        metadata.put("name", name.name()).put("namespace", name.namespace());
        CommonMetadata given = template.metadata();
        ObjectNode labels = metadata.putObject("labels");
        if (given != null) {
            given.labels().forEach(labels::put);
            texts(metadata, given.annotations());
        }
        ownership(release).labels().forEach(labels::put);
        manifest.set("spec", spec);
        return manifest;
    }

    static Ownership ownership(HelmRelease release) {
        return Own.MARKERS.ownership(release);
    }

    private static void texts(ObjectNode metadata, Map<String, String> annotations) {
        if (!annotations.isEmpty()) {
            annotations.forEach(metadata.putObject("annotations")::put);
        }
    }

    /** As {@code status.helmChart} has it: a HelmChart without its kind. */
    public String inStatus() {
        return name.kind().equals(HELM_CHART) ? name.namespace() + "/" + name.name() : name.toString();
    }

    /** What {@code status.helmChart} names; empty when it names nothing. */
    static Optional<SourceName> fromStatus(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts.length) {
            case 2 -> Optional.of(new SourceName(HELM_CHART, parts[0], parts[1]));
            case 3 -> Optional.of(new SourceName(parts[0], parts[1], parts[2]));
            default -> Optional.empty();
        };
    }
}
