package io.fluxj.source.bucket;

import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.archive.Digest;
import io.fluxj.archive.IgnoreRules;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.ArtifactContent;
import io.fluxj.source.artifact.NewArtifact;
import io.fluxj.source.artifact.Publishing;
import io.fluxj.source.artifact.Report;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.WorkFolder;
import java.time.Duration;
import java.util.Map;

/** What a Bucket says of its artifact, and what of its spec goes into it. Source: conditions-events §3. */
final class PublishStep {
    private final Publishing<Bucket, BucketStatus> publishing;

    PublishStep(Publishing<Bucket, BucketStatus> publishing) {
        this.publishing = publishing;
    }

    /** Ends a pass that found the objects as they were. */
    Outcome keep(Pass<Bucket, BucketStatus> pass, TagIndex index) {
        String message = "artifact up-to-date with remote revision: '" + index.revision() + "'";
        pass.emit(Severity.TRACE, SourceReason.ARTIFACT_UP_TO_DATE, message, Map.of());
        return publishing.keep(pass, report(pass, index), interval(pass));
    }

    /** Stores the objects, of which those that are ignored were not fetched. */
    Outcome publish(Pass<Bucket, BucketStatus> pass, TagIndex index, WorkFolder folder) throws Retryable {
        Digest revision = index.revision();
        String ignore = pass.object().getSpec().ignore();
        NewArtifact<BucketStatus> made = new NewArtifact<>(
                revision.toString(),
                revision.hex() + ".tar.gz",
                new ArtifactContent.Packed(folder.path(), IgnoreRules.NONE),
                status -> status.withObservedIgnore(ignore));
        return publishing.publish(pass, made, report(pass, index), interval(pass));
    }

    private static Report report(Pass<Bucket, BucketStatus> pass, TagIndex index) {
        return Report.of(
                "stored artifact: revision '" + index.revision() + "'",
                "stored artifact with " + index.size() + " fetched files from '"
                        + pass.object().getSpec().bucketName() + "' bucket");
    }

    private static Duration interval(Pass<Bucket, BucketStatus> pass) {
        return pass.object().getSpec().interval().value();
    }
}
