package io.fluxj.helm.chart;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;

/** What is left of the limits while one chart is loaded. */
final class LoadBudget {
    private final LoadLimits limits;
    private long bytes;
    private int files;

    LoadBudget(LoadLimits limits) {
        this.limits = limits;
        this.bytes = limits.bytes();
        this.files = limits.files();
    }

    long bytesLeft() {
        return bytes;
    }

    int filesLeft() {
        return files;
    }

    /** Counts a file before its bytes are read. */
    void open(long size) {
        if (--files < 0) {
            throw tooManyFiles();
        }
        bytes -= size;
        if (bytes < 0) {
            throw tooLarge();
        }
    }

    void enter(int depth) {
        if (depth > limits.depth()) {
            throw new HelmException(
                    Subject.LIMIT,
                    "charts are nested deeper than " + limits.depth()
                            + " (--max-chart-depth): a chart that holds itself?");
        }
    }

    HelmException tooManyFiles() {
        return new HelmException(
                Subject.LIMIT,
                "chart has more than " + limits.files() + " files (--max-chart-files): leave files out by .helmignore");
    }

    HelmException tooLarge() {
        return new HelmException(
                Subject.LIMIT,
                "decompressed chart is larger than the maximum size " + limits.bytes() + " (--max-chart-size)");
    }
}
