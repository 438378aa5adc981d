package io.fluxj.watcher.copy;

import java.io.IOException;

/** What was asked for cannot be copied; the message says what, and why. */
public final class CopyException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public CopyException(String message) {
        super(message);
    }

    /** A refusal with what led to it. */
    public CopyException(String message, Throwable cause) {
        super(message, cause);
    }
}
