package io.fluxj.source.helm;

import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.source.artifact.SourceReason;
import org.jspecify.annotations.Nullable;

/** A repository cannot be reached as its object says; the message holds no secret. */
public final class AccessException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean lasting;

    AccessException(Reason reason, String message, boolean lasting, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.lasting = lasting;
    }

    /** An address that leads nowhere. */
    public static AccessException invalidUrl(String message) {
        return new AccessException(SourceReason.URL_INVALID, message, true, null);
    }

    /** Credentials that cannot be used. */
    public static AccessException unauthenticated(String message) {
        return new AccessException(SourceReason.AUTHENTICATION_FAILED, message, false, null);
    }

    /** Why, in Flux's word. */
    public Reason reason() {
        return reason;
    }

    /** What is wrong, and where. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Whether only another spec helps. */
    public boolean isLasting() {
        return lasting;
    }
}
