package io.fluxj.helm.release;

import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartFile;
import io.fluxj.helm.shape.StructValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charts as releases hold them. */
public final class StoredChart {
    private StoredChart() {}

    /** A chart, without the charts in it: what they brought is in the manifest. */
    public static StructValue of(Chart chart) {
        ChartFile schema = chart.content().schema();
        return ReleaseShapes.CHART
                .zero()
                .with("metadata", chart.metadata().struct())
                .with("lock", chart.content().lock())
                .with("templates", files(chart.content().templates()))
                .with("values", chart.values() == null ? GoMap.nil(GoType.ANY_MAP) : chart.values())
                .with("schema", schema == null ? GoSlice.nil(GoType.BYTES) : schema.data())
                .with("schemamodtime", schema == null ? GoTimes.ZERO : text(schema.modified()))
                .with("files", files(chart.content().files()))
                .with(
                        "modtime",
                        chart.content()
                                .find("Chart.yaml")
                                .map(file -> text(file.modified()))
                                .orElse(""));
    }

    private static Object files(List<ChartFile> files) {
        return files.isEmpty()
                ? GoSlice.nil(GoType.ANY_SLICE)
                : files.stream().map(StoredChart::file).toList();
    }

    private static StructValue file(ChartFile file) {
        return ReleaseShapes.FILE
                .zero()
                .with("name", file.name())
                .with("data", file.data())
                .with("modtime", text(file.modified()));
    }

    private static @Nullable String text(Instant time) {
        return GoTimes.text(time.atOffset(ZoneOffset.UTC));
    }
}
