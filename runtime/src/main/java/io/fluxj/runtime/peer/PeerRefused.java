package io.fluxj.runtime.peer;

import java.io.IOException;

/** Another controller does not prove that it is one. It may be on its way out: another try may help. */
public final class PeerRefused extends IOException {
    private static final long serialVersionUID = 1L;

    PeerRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
