package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the repository was last looked at.
 *
 * @param observedGeneration Generation of the spec that was last handled to an end; -1 before the first time.
 * @param lastHandledReconcileAt The value of the annotation reconcile.fluxcd.io/requestedAt that was handled last.
 * @param conditions Conditions such as Ready, Reconciling, Stalled, ArtifactInStorage, FetchFailed and SourceVerified.
 * @param artifact The last artifact that was made. Stays while later attempts fail.
 * @param includedArtifacts The artifacts of other GitRepositories that went into this one, in the order of spec.include.
 * @param observedIgnore The value of spec.ignore that went into the artifact.
 * @param observedInclude The value of spec.include that went into the artifact.
 * @param observedRecurseSubmodules The value of spec.recurseSubmodules that went into the artifact.
 * @param observedSparseCheckout The value of spec.sparseCheckout that went into the artifact.
 * @param sourceVerificationMode The value of spec.verify.mode by which the artifact's revision was verified.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitRepositoryStatus(
        @Nullable Long observedGeneration,
        @Nullable String lastHandledReconcileAt,
        List<Condition> conditions,
        @Nullable Artifact artifact,
        List<Artifact> includedArtifacts,
        @Nullable String observedIgnore,
        List<GitRepositoryInclude> observedInclude,
        @Nullable Boolean observedRecurseSubmodules,
        List<String> observedSparseCheckout,
        @Nullable String sourceVerificationMode,
        @UnknownFields Map<String, Object> unknown)
        implements HoldsArtifact, GitRepositoryStatusBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitRepositoryStatus {
        conditions = Absent.copy(conditions);
        includedArtifacts = Absent.copy(includedArtifacts);
        observedInclude = Absent.copy(observedInclude);
        observedSparseCheckout = Absent.copy(observedSparseCheckout);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitRepositoryStatusBuilder builder() {
        return GitRepositoryStatusBuilder.builder();
    }
}
