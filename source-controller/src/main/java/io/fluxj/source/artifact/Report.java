package io.fluxj.source.artifact;

import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Reason;

/**
 * What people are told of an artifact. Source: conditions-events §3.
 *
 * @param reason of ArtifactInStorage, of Ready, and of the event when only a failure is over
 * @param condition message of ArtifactInStorage and of Ready
 * @param news reason of the event when the bytes are others than before
 * @param event message of the event
 */
public record Report(Reason reason, String condition, Reason news, String event) {
    /** With the reasons of most kinds. */
    public static Report of(String condition, String event) {
        return new Report(CommonReason.SUCCEEDED, condition, SourceReason.NEW_ARTIFACT, event);
    }
}
