package io.fluxj.helm.action;

import io.fluxj.helm.release.ApplyMethod;

/** Who merges what is wanted into what is there. */
public enum ServerSide {
    ENABLED,
    DISABLED,
    /** As the revision that is followed; what is installed is applied by the server. */
    AUTO;

    /** How an action applies that goes on from a revision which was applied so. */
    ApplyMethod after(ApplyMethod former) {
        return switch (this) {
            case ENABLED -> ApplyMethod.SERVER_SIDE;
            case DISABLED -> ApplyMethod.CLIENT_SIDE;
            case AUTO -> former == ApplyMethod.SERVER_SIDE ? ApplyMethod.SERVER_SIDE : ApplyMethod.CLIENT_SIDE;
        };
    }
}
