package io.fluxj.source.artifact;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.runtime.reconcile.Stalled;
import org.jspecify.annotations.Nullable;

/** The API lets lengths of time through that no clock holds. */
public final class TimeFields {
    private TimeFields() {}

    /** Refuses such a length. */
    public static void requireUsable(String field, @Nullable GoDuration length) throws Stalled {
        if (length == null) {
            return;
        }
        try {
            length.value();
        } catch (IllegalArgumentException unusable) {
            throw Stalled.of(SourceReason.INVALID_SPEC, field + ": " + unusable.getMessage())
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }
}
