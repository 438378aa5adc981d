package io.fluxj.source.helm;

import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositorySpec;
import io.fluxj.api.source.v1.HelmRepositoryStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.ArtifactContent;
import io.fluxj.source.artifact.NewArtifact;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Report;
import io.fluxj.source.artifact.SourceReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What a HelmRepository says of its artifact. Source: conditions-events §3. */
final class PublishStep {
    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

    private final Publishing<HelmRepository, HelmRepositoryStatus> publishing;

    PublishStep(Publishing<HelmRepository, HelmRepositoryStatus> publishing) {
        this.publishing = publishing;
    }

    /** Ends a pass that found the index as it was. */
    Outcome keep(Pass<HelmRepository, HelmRepositoryStatus> pass) {
        var artifact = Objects.requireNonNull(pass.status().artifact());
        String message = "artifact up-to-date with remote revision: '" + artifact.revision() + "'";
        pass.emit(Severity.TRACE, SourceReason.ARTIFACT_UP_TO_DATE, message, Map.of());
        long size = artifact.size() == null ? 0 : artifact.size();
        return publishing.keep(pass, report(pass, artifact.revision(), size), interval(pass));
    }

    /** Stores a new index. */
    Outcome publish(Pass<HelmRepository, HelmRepositoryStatus> pass, DownloadedIndex index, Path stored)
            throws Retryable {
        NewArtifact<HelmRepositoryStatus> made = new NewArtifact<>(
                index.revision(),
                "index-" + index.digest().hex() + ".yaml",
                new ArtifactContent.Copied(stored, "Helm index"),
                UnaryOperator.identity());
        return publishing.publish(pass, made, report(pass, index.revision(), size(stored)), interval(pass));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    private static Report report(Pass<HelmRepository, HelmRepositoryStatus> pass, String revision, long size) {
        HelmRepositorySpec spec = pass.object().getSpec();
        return Report.of(
                "stored artifact: revision '" + revision + "'",
                "stored fetched index of size " + HumanSize.of(size) + " from '" + spec.url() + "'");
    }

    private static Duration interval(Pass<HelmRepository, HelmRepositoryStatus> pass) {
        var interval = pass.object().getSpec().interval();
        return interval == null ? DEFAULT_INTERVAL : interval.value();
    }
}
