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

    /** How many bytes of the next file may be read before it is too large. */
    int nextFile() {
        return (int) Math.min(Math.min(bytes, limits.fileBytes()) + 1, Integer.MAX_VALUE - 8);
    }

    /** Counts a file before its bytes are read. */
    void open(String name, long size) {
        if (--files < 0) {
            throw tooManyFiles();
        }
        if (size > limits.fileBytes()) {
            throw refused("size of '" + name + "' exceeds '" + limits.fileBytes() + "' bytes limit"
                    + LoadLimits.Flags.shown(limits.flags().fileBytes()));
        }
        bytes -= size;
        if (bytes < 0) {
            throw tooLarge();
        }
    }

    void enter(int depth) {
        if (depth > limits.depth()) {
            throw refused("charts are nested deeper than " + limits.depth()
                    + LoadLimits.Flags.shown(limits.flags().depth()) + ": a chart that holds itself?");
        }
    }

    HelmException tooManyFiles() {
        return refused("chart has more than " + limits.files() + " files"
                + LoadLimits.Flags.shown(limits.flags().files()) + ": leave files out by .helmignore");
    }

    HelmException tooLarge() {
        return refused("decompressed chart is larger than the maximum size " + limits.bytes()
                + LoadLimits.Flags.shown(limits.flags().bytes()));
    }

    private static HelmException refused(String message) {
        return new HelmException(Subject.LIMIT, message);
    }
}
