package io.fluxj.source.chart;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A chart that was built, or need not be.
 *
 * @param name as its source has it
 * @param version with the metadata that it got
 * @param how it came about
 * @param valuesFiles that went into it
 * @param dependencies how many charts were added to it
 * @param file the package; empty when the one that is stored stays
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // that there is no new one is a case of its own
record Built(String name, String version, How how, List<String> valuesFiles, int dependencies, Optional<Path> file) {
    Built {
        valuesFiles = List.copyOf(valuesFiles);
    }

    /** How a chart comes about. */
    enum How {
        PULLED(ChartReason.CHART_PULL_SUCCEEDED, "pulled"),
        PACKAGED(ChartReason.CHART_PACKAGE_SUCCEEDED, "packaged");

        private final ChartReason reason;
        private final String word;

        How(ChartReason reason, String word) {
            this.reason = reason;
            this.word = word;
        }
    }

    /** The stored one. */
    static Built stored(BuildOptions options, How how) {
        BuildOptions.Stored stored = options.stored();
        return new Built(stored.name(), stored.version(), how, stored.valuesFiles(), 0, Optional.empty());
    }

    ChartReason reason() {
        return how.reason;
    }

    String summary() {
        String files = valuesFiles.isEmpty() ? "" : " and merged values files [" + String.join(" ", valuesFiles) + "]";
        return how.word + " '" + name + "' chart with version '" + version + "'" + files;
    }

    /** Name of its file in the store. */
    String fileName() {
        return name + "-" + version + ".tgz";
    }
}
