package io.fluxj.source.helm;

import java.io.IOException;

/** The certificate or the key of an object cannot be used. */
public final class UnusableTlsException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableTlsException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
