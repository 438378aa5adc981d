package io.fluxj.helm.chart;

import io.fluxj.archive.TarWriter;
import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.shape.StructValue;
import io.fluxj.yaml.Dialect;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * Packs charts as {@code helm package} does: the same files in the same order, with no times, so that equal charts give equal bytes. {@code Chart.yaml} and
 * {@code Chart.lock} are written anew, all else as it was; packaged charts in {@code charts/} become folders. What is written is as large as what was loaded.
 */
public final class ChartPackage {
    private static final int MODE = 0_644;
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private final TarWriter tar;

    private ChartPackage(TarWriter tar) {
        this.tar = tar;
    }

    /** What a package of the chart is called, such as {@code app-1.2.3.tgz}. */
    public static String fileName(Chart chart) {
        return chart.name() + "-" + chart.metadata().version() + ".tgz";
    }

    /**
     * Writes a package.
     *
     * @param target not closed
     * @throws HelmException when {@code Chart.lock} or {@code values.schema.json} of one of its charts cannot be read
     * @throws IOException when writing fails
     */
    public static void write(Chart chart, OutputStream target) throws IOException {
        try (TarWriter tar = TarWriter.gzipped(target)) {
            new ChartPackage(tar).write(chart, chart.name() + "/");
        }
    }

    private void write(Chart chart, String path) throws IOException {
        add(path + "Chart.yaml", text(declaration(chart.metadata())));
        StructValue lock = chart.content().lock();
        if (lock != null && !isV1(chart.metadata())) {
            add(path + "Chart.lock", text(lock.with("generated", time(path, lock.text("generated")))));
        }
        for (ChartFile values : chart.content().find("values.yaml").stream().toList()) {
            add(path, values);
        }
        ChartFile schema = chart.content().schema();
        if (schema != null) {
            requireJson(path, schema);
            add(path, schema);
        }
        for (ChartFile template : chart.content().templates()) {
            add(path, template);
        }
        for (ChartFile file : chart.content().files()) {
            add(path, file);
        }
        for (Chart inner : chart.dependencies()) {
            write(inner, path + "charts/" + inner.name() + "/");
        }
    }

    private void add(String path, ChartFile file) throws IOException {
        add(path + file.name(), file.data());
    }

    private void add(String name, byte[] data) throws IOException {
        tar.file(name, MODE, data);
    }

    /** What charts of API version v1 depend on stands in {@code requirements.yaml}, which is kept. */
    private static StructValue declaration(ChartMetadata metadata) {
        StructValue struct = metadata.struct();
        return isV1(metadata)
                ? struct.with("dependencies", ChartShapes.METADATA.zero().get("dependencies"))
                : struct;
    }

    private static boolean isV1(ChartMetadata metadata) {
        return metadata.apiVersion().equals("v1");
    }

    private static byte[] text(StructValue struct) {
        String yaml = YamlWriter.write(Meter.NONE, Dialect.V2, new JsonTrip(Meter.NONE).of(struct));
        return GoText.bytes(yaml.endsWith("\n") ? yaml : yaml + "\n");
    }

    private static String time(String path, String generated) {
        if (generated.isEmpty()) {
            return NO_TIME;
        }
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(generated));
        } catch (DateTimeParseException e) {
            throw new HelmException(
                            Subject.CHART,
                            path + "Chart.lock: generated is no time as in 2006-01-02T15:04:05Z: " + generated,
                            e)
                    .advising("run helm dependency update");
        }
    }

    private static void requireJson(String path, ChartFile schema) {
        try {
            JsonReader.read(Meter.NONE, schema.text());
        } catch (GoError e) {
            throw new HelmException(Subject.SCHEMA, path + "values.schema.json: invalid JSON: " + e.getMessage(), e);
        }
    }
}
