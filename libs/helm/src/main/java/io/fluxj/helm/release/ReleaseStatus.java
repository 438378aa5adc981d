package io.fluxj.helm.release;

import java.util.Arrays;
import java.util.Locale;

/** What state a revision of a release is in. */
public enum ReleaseStatus {
    UNKNOWN,
    DEPLOYED,
    UNINSTALLED,
    SUPERSEDED,
    FAILED,
    UNINSTALLING,
    PENDING_INSTALL,
    PENDING_UPGRADE,
    PENDING_ROLLBACK;

    /** As labels and records have it, such as {@code pending-install}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of a text; {@link #UNKNOWN} for any other. */
    public static ReleaseStatus of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Whether an action is under way, or was ended before it could say how it went. */
    public boolean isPending() {
        return this == PENDING_INSTALL || this == PENDING_UPGRADE || this == PENDING_ROLLBACK;
    }
}
