package io.fluxj.helm.cli;

import io.fluxj.helm.Diagnosis;
import io.fluxj.helm.HelmException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Failures as the command line prints them. */
final class FailureText {
    private static final String DEBUG = "\n\nUse --debug flag to render out invalid YAML";

    private FailureText() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException e when e.getCause() != null -> of(e.getCause());
            case NoSuchFileException e -> "open " + e.getFile() + ": no such file or directory";
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** The message as {@code helm template} ends it, where something was rendered already. */
    static String ofTemplate(HelmException failure) {
        return switch (failure.diagnosis().subject()) {
            case TEMPLATE, MANIFEST, LIMIT -> failure.getMessage() + DEBUG;
            case CHART, DEPENDENCIES, VALUES, SCHEMA, RELEASE, PROVENANCE -> String.valueOf(failure.getMessage());
        };
    }

    /** What Helm does not say: where, and what to do. */
    static @Nullable String advice(HelmException failure) {
        Diagnosis diagnosis = failure.diagnosis();
        return diagnosis.advice().isEmpty() ? null : "Hint: " + diagnosis.advice();
    }
}
