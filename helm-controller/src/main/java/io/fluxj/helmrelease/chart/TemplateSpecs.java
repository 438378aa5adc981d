package io.fluxj.helmrelease.chart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.helm.v2.ChartSourceReference;
import io.fluxj.api.helm.v2.ChartTemplateSpec;
import io.fluxj.api.meta.GoDuration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The specs of the objects that are made of templates. */
final class TemplateSpecs {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What templates have of an OCIRepository, but for its interval. */
    private static final List<String> OF_REPOSITORY = List.of(
            "url",
            "ref",
            "layerSelector",
            "provider",
            "secretRef",
            "serviceAccountName",
            "certSecretRef",
            "proxySecretRef",
            "verify",
            "timeout",
            "ignore",
            "insecure",
            "suspend");

    /** The layer that is the chart. */
    private static final String CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

    private TemplateSpecs() {}

    static ObjectNode ofHelmChart(
            ChartTemplateSpec template, String chart, ChartSourceReference source, GoDuration interval) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.put("chart", chart);
        spec.put("version", filled(template.version(), "*"));
        spec.putObject("sourceRef").put("kind", source.kind().text()).put("name", source.name());
        spec.put("interval", interval(template, interval));
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

    static ObjectNode ofRepository(ChartTemplateSpec template, GoDuration interval) {
        ObjectNode spec = JSON.<ObjectNode>valueToTree(template).retain(OF_REPOSITORY);
        if (!spec.has("layerSelector")) {
            spec.putObject("layerSelector").put("mediaType", CHART_LAYER).put("operation", "copy");
        }
        return spec.put("interval", interval(template, interval));
    }

    private static String interval(ChartTemplateSpec template, GoDuration otherwise) {
        GoDuration own = template.interval();
        return GoDuration.of((own == null ? otherwise : own).value()).text();
    }

    private static String filled(@Nullable String text, String otherwise) {
        String given = Objects.requireNonNullElse(text, "");
        return given.isEmpty() ? otherwise : given;
    }
}
