package io.fluxj.source.chart;

import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartPackage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes packages. */
final class Packing {
    private Packing() {}

    static void pack(Chart chart, Path file) throws BuildFailure {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ChartPackage.write(chart, out);
        } catch (HelmException unfit) {
            throw BuildFailure.of(BuildReason.PACKAGE, unfit.within("failed to package chart"));
        } catch (IOException unwritable) {
            throw new BuildFailure(
                    BuildReason.PACKAGE, "failed to package chart: " + unwritable.getMessage(), unwritable);
        }
    }
}
