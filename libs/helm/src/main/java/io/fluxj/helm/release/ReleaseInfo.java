package io.fluxj.helm.release;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of a revision.
 *
 * @param rollbackRevision the revision that was rolled back to; 0 when it was no rollback
 * @param notes what {@code NOTES.txt} printed
 */
public record ReleaseInfo(
        @Nullable OffsetDateTime firstDeployed,
        @Nullable OffsetDateTime lastDeployed,
        @Nullable OffsetDateTime deleted,
        String description,
        ReleaseStatus status,
        int rollbackRevision,
        String notes) {

    public ReleaseInfo withStatus(ReleaseStatus other, String why) {
        return new ReleaseInfo(firstDeployed, lastDeployed, deleted, why, other, rollbackRevision, notes);
    }

    public ReleaseInfo withDeleted(OffsetDateTime when) {
        return new ReleaseInfo(firstDeployed, lastDeployed, when, description, status, rollbackRevision, notes);
    }

    /** Of a revision that nothing has become of yet. */
    public static ReleaseInfo begun(
            @Nullable OffsetDateTime firstDeployed, OffsetDateTime now, ReleaseStatus status, String description) {
        return new ReleaseInfo(firstDeployed, now, null, description, status, 0, "");
    }

    public ReleaseInfo withNotes(String others) {
        return new ReleaseInfo(firstDeployed, lastDeployed, deleted, description, status, rollbackRevision, others);
    }

    public ReleaseInfo withRollbackTo(int revision) {
        return new ReleaseInfo(firstDeployed, lastDeployed, deleted, description, status, revision, notes);
    }
}
