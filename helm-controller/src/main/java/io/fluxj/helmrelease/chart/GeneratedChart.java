package io.fluxj.helmrelease.chart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.helm.v2.ChartSourceReference;
import io.fluxj.api.helm.v2.ChartTemplate;
import io.fluxj.api.helm.v2.ChartTemplateSpec;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.apply.Ownership;
import io.fluxj.helmrelease.Own;
import io.fluxj.runtime.source.SourceName;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HelmChart object that a release's template asks for. Source: behaviour §3.1.
 *
 * @param name its kind, namespace and name
 * @param source where the chart is, {@code Kind/namespace/name}
 * @param manifest the object
 */
public record GeneratedChart(SourceName name, String source, ObjectNode manifest) {

    private static final String KIND = "HelmChart";
    private static final String API_VERSION = "source.toolkit.fluxcd.io/v1";

    /** That of a release; empty when it has no template. */
    public static Optional<GeneratedChart> of(HelmRelease release) {
        ChartTemplate template = release.getSpec().chart();
        return template == null ? Optional.empty() : Optional.of(of(release, template));
    }

    private static GeneratedChart of(HelmRelease release, ChartTemplate template) {
        ChartSourceReference source = template.spec().sourceRef();
        String own = release.getMetadata().getNamespace();
        SourceName name = SourceName.of(
                release,
                KIND,
                source.namespace(),
                own + "-" + release.getMetadata().getName());
        return new GeneratedChart(
                name,
                SourceName.of(release, source.kind().text(), source.namespace(), source.name())
                        .toString(),
                manifest(release, template, name));
    }

    private static ObjectNode manifest(HelmRelease release, ChartTemplate template, SourceName name) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("apiVersion", API_VERSION).put("kind", KIND);
        ObjectNode metadata = manifest.putObject("metadata");
        metadata.put("name", name.name()).put("namespace", name.namespace());
        CommonMetadata given = template.metadata();
        ObjectNode labels = metadata.putObject("labels");
        if (given != null) {
            given.labels().forEach(labels::put);
            texts(metadata, "annotations", given.annotations());
        }
        ownership(release).labels().forEach(labels::put);
        manifest.set("spec", spec(template.spec(), release.getSpec().interval()));
        return manifest;
    }

    static Ownership ownership(HelmRelease release) {
        return Own.MARKERS.ownership(release);
    }

    private static ObjectNode spec(ChartTemplateSpec template, GoDuration interval) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.put("chart", template.chart());
        spec.put("version", filled(template.version(), "*"));
        spec.putObject("sourceRef")
                .put("kind", template.sourceRef().kind().text())
                .put("name", template.sourceRef().name());
        GoDuration own = template.interval();
        spec.put(
                "interval",
                GoDuration.of((own == null ? interval : own).value()).text());
        spec.put(
                "reconcileStrategy",
                template.reconcileStrategy() == null
                        ? "ChartVersion"
                        : template.reconcileStrategy().text());
        if (!template.valuesFiles().isEmpty()) {
            template.valuesFiles().forEach(spec.putArray("valuesFiles")::add);
        }
        if (Boolean.TRUE.equals(template.ignoreMissingValuesFiles())) {
            spec.put("ignoreMissingValuesFiles", true);
        }
        verification(spec, template);
        return spec;
    }

    private static void verification(ObjectNode spec, ChartTemplateSpec template) {
        var given = template.verify();
        if (given == null) {
            return;
        }
        ObjectNode verify =
                spec.putObject("verify").put("provider", given.provider().text());
        if (given.secretRef() != null) {
            verify.putObject("secretRef").put("name", given.secretRef().name());
        }
    }

    private static void texts(ObjectNode metadata, String field, Map<String, String> values) {
        if (!values.isEmpty()) {
            values.forEach(metadata.putObject(field)::put);
        }
    }

    private static String filled(@Nullable String text, String otherwise) {
        String given = Objects.requireNonNullElse(text, "");
        return given.isEmpty() ? otherwise : given;
    }

    /** As {@code status.helmChart} has it. */
    public String inStatus() {
        return name.namespace() + "/" + name.name();
    }
}
