package io.fluxj.helm.cli;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a chart lies. */
final class ChartPath {
    private ChartPath() {}

    /** @throws HelmException when there is nothing */
    static Path of(String name) {
        Path path = Path.of(name.strip());
        if (Files.exists(path)) {
            return path.toAbsolutePath().normalize();
        }
        String quoted = io.fluxj.gotemplate.format.Quoting.quoted(name);
        throw path.isAbsolute() || name.startsWith(".")
                ? new HelmException(Subject.CHART, "path " + quoted + " not found")
                : new HelmException(
                        Subject.CHART,
                        "path " + quoted + " not found: only folders and packaged charts can be rendered");
    }
}
