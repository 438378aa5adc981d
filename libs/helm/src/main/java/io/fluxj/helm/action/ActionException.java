package io.fluxj.helm.action;

import io.fluxj.helm.release.Release;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An action failed. The message is Helm's. */
public final class ActionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ActionFailure failure;
    private final transient @Nullable Release release;

    ActionException(String message, ActionFailure failure, @Nullable Release release, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.release = release;
    }

    ActionException(String message, ActionFailure failure) {
        this(message, failure, null, null);
    }

    public ActionFailure failure() {
        return failure;
    }

    /** The revision that the action was about, as far as it came; empty when it failed before there was one in storage. */
    public Optional<Release> release() {
        return Optional.ofNullable(release);
    }

    /** The same failure with what comes before the message. */
    ActionException within(String context) {
        return new ActionException(context + ": " + getMessage(), failure, release, this);
    }

    /** The same failure of a revision that is stored. */
    ActionException of(Release stored) {
        return new ActionException(String.valueOf(getMessage()), failure, stored, this);
    }
}
