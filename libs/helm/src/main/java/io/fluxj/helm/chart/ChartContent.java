package io.fluxj.helm.chart;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.shape.StructValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a chart.
 *
 * @param lock {@code Chart.lock}; null when there is none
 * @param templates what lies in {@code templates/}
 * @param schema {@code values.schema.json}; null when there is none
 * @param files what is none of the other
 * @param raw all files as they were, those of the charts in it too
 */
public record ChartContent(
        @Nullable StructValue lock,
        List<ChartFile> templates,
        @Nullable ChartFile schema,
        List<ChartFile> files,
        List<ChartFile> raw) {
    public static final ChartContent EMPTY = new ChartContent(null, List.of(), null, List.of(), List.of());

    public ChartContent {
        templates = List.copyOf(templates);
        files = List.copyOf(files);
        raw = List.copyOf(raw);
    }

    /** A file as it was in the folder or archive. */
    public Optional<ChartFile> find(String name) {
        return raw.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** With other bytes in a file that is there. */
    ChartContent replacing(String name, byte[] data) {
        if (find(name).isEmpty()) {
            throw new HelmException(Subject.VALUES, "failed to locate values file: " + name)
                    .advising("add a " + name + " to the chart, be it an empty one");
        }
        List<ChartFile> replaced = raw.stream()
                .map(file -> file.name().equals(name) ? new ChartFile(name, data, file.modified()) : file)
                .toList();
        return new ChartContent(lock, templates, schema, files, replaced);
    }
}
