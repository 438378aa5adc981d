package io.fluxj.runtime.http;

import java.io.IOException;

/** A body that is not read to its end. */
public final class BodyRefused extends IOException {
    private static final int TOO_LARGE = 413;
    private static final int TOO_SLOW = 408;

    private final int status;

    private BodyRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    static BodyRefused tooLarge(int most) {
        return new BodyRefused(TOO_LARGE, "the body of the request is larger than " + most + " bytes");
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(TOO_SLOW, "the body of the request did not come in time");
    }

    /** The status to answer with. */
    public int status() {
        return status;
    }
}
