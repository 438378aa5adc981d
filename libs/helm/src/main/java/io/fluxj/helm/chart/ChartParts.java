package io.fluxj.helm.chart;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.shape.Shape;
import io.fluxj.helm.shape.ShapeReader;
import io.fluxj.helm.shape.StructValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the files of one chart by what they are. */
final class ChartParts {
    private final Notices notices;
    private final List<ChartFile> templates = new ArrayList<>();
    private final List<ChartFile> others = new ArrayList<>();
    private @Nullable StructValue metadata;
    private @Nullable StructValue lock;
    private @Nullable ChartFile schema;
    private @Nullable Map<String, @Nullable Object> values;

    ChartParts(Notices notices) {
        this.notices = notices;
    }

    /** Reads {@code Chart.yaml}, which comes before all other files. */
    void declaration(ChartFile file) {
        StructValue read = read(ChartShapes.METADATA, file);
        metadata = read.text("apiVersion").isEmpty() ? read.with("apiVersion", "v1") : read;
    }

    void add(ChartFile file) {
        switch (file.name()) {
            case "Chart.yaml" -> {}
            case "Chart.lock" -> lock = read(ChartShapes.LOCK, file);
            case "values.yaml" -> values = ChartValues.of(file);
            case "values.schema.json" -> schema = file;
            case "requirements.yaml" -> {
                warnUnlessV1("Dependencies are handled in Chart.yaml since apiVersion \"v2\". We recommend migrating"
                        + " dependencies to Chart.yaml.");
                metadata = over(read(ChartShapes.METADATA, file));
                keepInV1(file);
            }
            case "requirements.lock" -> {
                lock = read(ChartShapes.LOCK, file);
                warnUnlessV1("Dependency locking is handled in Chart.lock since apiVersion \"v2\". We recommend"
                        + " migrating to Chart.lock.");
                keepInV1(file);
            }
            default -> (file.name().startsWith("templates/") ? templates : others).add(file);
        }
    }

    private void warnUnlessV1(String message) {
        if (!isV1()) {
            notices.add(Notice.info("Warning: " + message));
        }
    }

    private void keepInV1(ChartFile file) {
        if (isV1()) {
            others.add(file);
        }
    }

    private boolean isV1() {
        return metadata != null && metadata.text("apiVersion").equals("v1");
    }

    /** What the metadata is once another file was read into it: what that file names is replaced. */
    private StructValue over(StructValue other) {
        StructValue base = metadata == null ? ChartShapes.METADATA.zero() : metadata;
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(base.values());
        StructValue empty = ChartShapes.METADATA.zero();
        other.values().forEach((name, value) -> {
            if (!java.util.Objects.equals(value, empty.get(name))) {
                merged.put(name, value);
            }
        });
        return new StructValue(ChartShapes.METADATA, merged);
    }

    private static StructValue read(Shape.Struct shape, ChartFile file) {
        try {
            return ShapeReader.yaml(shape, file.text());
        } catch (GoError e) {
            throw new HelmException(Subject.CHART, "cannot load " + file.name() + ": " + e.getMessage(), e);
        }
    }

    ChartMetadata checkedMetadata() {
        return MetadataRules.checked(declared());
    }

    /** What was read, whatever it is. */
    StructValue declared() {
        if (metadata == null) {
            throw new HelmException(Subject.CHART, "Chart.yaml file is missing");
        }
        return metadata;
    }

    Chart chart(ChartMetadata checked, List<ChartFile> raw, List<Chart> inner) {
        return new Chart(checked, values, new ChartContent(lock, templates, schema, others, raw), inner);
    }
}
