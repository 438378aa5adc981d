package io.fluxj.helm.chart;

import io.fluxj.helm.HelmException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chart with the charts that it holds.
 *
 * @param values of its {@code values.yaml}; null when it has none
 */
public record Chart(
        ChartMetadata metadata,
        @Nullable Map<String, @Nullable Object> values,
        ChartContent content,
        List<Chart> dependencies) {
    private static final String VALUES = "values.yaml";

    public Chart {
        dependencies = List.copyOf(dependencies);
    }

    public String name() {
        return metadata.name();
    }

    public boolean isLibrary() {
        return metadata.type().equalsIgnoreCase("library");
    }

    public Chart withMetadata(ChartMetadata other) {
        return new Chart(other, values, content, dependencies);
    }

    public Chart withValues(Map<String, @Nullable Object> other) {
        return new Chart(metadata, other, content, dependencies);
    }

    /**
     * With other values of its own: they replace {@code values.yaml}, which packages hold.
     *
     * @throws HelmException when it has no {@code values.yaml}
     */
    public Chart withDefaults(Map<String, @Nullable Object> defaults) {
        byte[] text = defaults.isEmpty() ? new byte[0] : ChartValues.text(defaults);
        return new Chart(metadata, defaults, content.replacing(VALUES, text), dependencies);
    }

    public Chart withDependencies(List<Chart> others) {
        return new Chart(metadata, values, content, others);
    }

    /**
     * A file of {@code crds/}.
     *
     * @param path with the paths of the charts that it is in, such as {@code app/charts/db/crds/a.yaml}
     */
    public record Crd(String path, ChartFile file) {}

    /** The files in {@code crds/}: those of this chart, then those of the charts in it. */
    public List<Crd> crds() {
        return crds(name()).toList();
    }

    private Stream<Crd> crds(String path) {
        Stream<Crd> own = content.files().stream()
                .filter(file -> file.name().startsWith("crds/") && isManifest(file.name()))
                .map(file -> new Crd(path + "/" + file.name(), file));
        return Stream.concat(own, dependencies.stream().flatMap(inner -> inner.crds(path + "/charts/" + inner.name())));
    }

    private static boolean isManifest(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }
}
