package io.fluxj.source.oci;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.NewArtifact;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Report;
import io.fluxj.source.artifact.SourceReason;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What an OCIRepository says of its artifact, and what of its spec goes into it. */
record PublishStep(Publishing<OCIRepository, OCIRepositoryStatus> publishing) {
    private static final String SOURCE = "org.opencontainers.image.source";
    private static final String REVISION = "org.opencontainers.image.revision";

    /** Whether the artifact is what the registry has, made as the spec wants it. */
    boolean isUpToDate(Pass<OCIRepository, OCIRepositoryStatus> pass, Upstream upstream) {
        OCIRepositorySpec spec = pass.object().getSpec();
        Artifact artifact = pass.status().artifact();
        return artifact != null
                && artifact.revision().equals(upstream.revision())
                && Objects.equals(spec.ignore(), pass.status().observedIgnore())
                && Objects.equals(spec.layerSelector(), pass.status().observedLayerSelector());
    }

    /** Ends a pass that found the registry where it was. */
    Outcome keep(Pass<OCIRepository, OCIRepositoryStatus> pass) {
        Artifact artifact = Objects.requireNonNull(pass.status().artifact());
        String revision = artifact.revision();
        String message = "artifact up-to-date with remote revision: '" + revision + "'";
        return publishing
                .keep(pass, report(pass, revision, artifact.metadata()), interval(pass))
                .announcing(new Announcement(Severity.TRACE, SourceReason.ARTIFACT_UP_TO_DATE, message, Map.of()));
    }

    /** Stores what was fetched. */
    Outcome publish(Pass<OCIRepository, OCIRepositoryStatus> pass, Upstream upstream, Pulled pulled) throws Retryable {
        OCIRepositorySpec spec = pass.object().getSpec();
        NewArtifact<OCIRepositoryStatus> made = new NewArtifact<>(
                upstream.revision(),
                upstream.digest() + ".tar.gz",
                pulled.content(),
                pulled.annotations(),
                status -> status.withObservedIgnore(spec.ignore()).withObservedLayerSelector(spec.layerSelector()));
        return publishing.publish(pass, made, report(pass, upstream.revision(), pulled.annotations()), interval(pass));
    }

    private static Report report(
            Pass<OCIRepository, OCIRepositoryStatus> pass, String revision, Map<String, String> annotations) {
        StringBuilder event = new StringBuilder("stored artifact with revision '" + revision + "' from '"
                + pass.object().getSpec().url() + "'");
        append(event, ", origin source '", annotations.getOrDefault(SOURCE, ""));
        append(event, ", origin revision '", annotations.getOrDefault(REVISION, ""));
        return Report.of("stored artifact for digest '" + revision + "'", event.toString());
    }

    private static void append(StringBuilder event, String words, String value) {
        if (!value.isEmpty()) {
            event.append(words).append(value).append('\'');
        }
    }

    private static Duration interval(Pass<OCIRepository, OCIRepositoryStatus> pass) {
        return pass.object().getSpec().interval().value();
    }
}
