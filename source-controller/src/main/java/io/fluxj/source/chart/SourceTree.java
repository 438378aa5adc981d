package io.fluxj.source.chart;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.dependency.JailedFolder;
import io.fluxj.helm.values.ValuesFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The values files in the files of a source.
 *
 * @param tree the files
 * @param maxBytes of one file
 */
record SourceTree(JailedFolder tree, long maxBytes) implements ValuesFiles.Folder {
    @Override
    public Optional<String> text(String file) {
        Path path = tree.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(path)) {
                throw new HelmException(Subject.VALUES, missing(file));
            }
            if (Files.size(path) > maxBytes) {
                throw new HelmException(
                        Subject.LIMIT,
                        "size of '" + file + "' exceeds '" + maxBytes + "' bytes limit (--helm-chart-file-max-size)");
            }
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String missing(String file) {
        return "no values file found at path '" + tree.shown(file) + "' (reference '" + file + "')";
    }
}
