package io.fluxj.gotemplate.value;

import org.jspecify.annotations.Nullable;

/** What a function of a template fails with; the message is Go's. */
public class GoError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GoError(String message) {
        super(message, null, false, false);
    }

    public GoError(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
