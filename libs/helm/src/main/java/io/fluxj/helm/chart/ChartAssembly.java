package io.fluxj.helm.chart;

import io.fluxj.archive.ArchiveException;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.shape.ShapeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes charts of files. */
final class ChartAssembly {
    private static final String CHARTS = "charts/";

    private final LoadBudget budget;
    private final Notices notices;
    private int depth;

    ChartAssembly(LoadBudget budget, Notices notices) {
        this.budget = budget;
        this.notices = notices;
    }

    /** The chart that files are, the outermost one. */
    Chart assembled(List<ChartFile> files) {
        for (ChartFile file : files) {
            if (file.name().equals("Chart.yaml")) {
                requireKnown(file);
            }
        }
        return chart(files);
    }

    private static void requireKnown(ChartFile file) {
        try {
            String version = ShapeReader.yaml(ChartShapes.VERSION, file.text()).text("apiVersion");
            if (version.equals("v3")) {
                throw new HelmException(Subject.CHART, "invalid chart apiVersion");
            }
            if (!List.of("", "v1", "v2").contains(version)) {
                throw new HelmException(Subject.CHART, "unsupported chart version");
            }
        } catch (GoError e) {
            throw new HelmException(Subject.CHART, "cannot load Chart.yaml: " + e.getMessage(), e);
        }
    }

    private Chart chart(List<ChartFile> files) {
        ChartParts parts = new ChartParts(notices);
        files.stream().filter(file -> file.name().equals("Chart.yaml")).forEach(parts::declaration);
        Map<String, List<ChartFile>> charts = new TreeMap<>();
        for (ChartFile file : files) {
            if (file.name().startsWith(CHARTS) && !file.name().endsWith(".prov")) {
                String name = file.name().substring(CHARTS.length());
                String folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
                charts.computeIfAbsent(folder, key -> new ArrayList<>()).add(file.named(name));
            } else {
                parts.add(file);
            }
        }
        ChartMetadata metadata = parts.checkedMetadata();
        List<Chart> inner = new ArrayList<>();
        charts.forEach((name, held) -> {
            if (!name.startsWith("_") && !name.startsWith(".")) {
                inner.add(inner(metadata, name, held));
            }
        });
        return parts.chart(metadata, files, inner);
    }

    private Chart inner(ChartMetadata outer, String name, List<ChartFile> files) {
        budget.enter(++depth);
        try {
            return name.endsWith(".tgz") ? archive(outer, name, files.getFirst()) : folder(files);
        } catch (HelmException e) {
            boolean misplaced = String.valueOf(e.getMessage()).startsWith("error unpacking subchart tar in ");
            throw misplaced ? e : e.within("error unpacking subchart " + name + " in " + outer.name());
        } finally {
            depth--;
        }
    }

    private Chart folder(List<ChartFile> files) {
        return chart(files.stream()
                .filter(file -> file.name().contains("/"))
                .map(file -> file.named(file.name().substring(file.name().indexOf('/') + 1)))
                .toList());
    }

    private Chart archive(ChartMetadata outer, String name, ChartFile file) {
        if (!file.name().equals(name)) {
            throw new HelmException(
                    Subject.CHART,
                    "error unpacking subchart tar in " + outer.name() + ": expected " + name + ", got " + file.name());
        }
        try {
            return chart(ChartArchive.files(new ByteArrayInputStream(file.data()), budget));
        } catch (ArchiveException e) {
            throw new HelmException(Subject.CHART, Objects.requireNonNullElse(e.getMessage(), "malformed"), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
