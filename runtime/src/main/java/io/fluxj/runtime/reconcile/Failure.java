package io.fluxj.runtime.reconcile;

import io.fluxj.runtime.events.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a pass did not reach its end. The frame turns it into conditions, an event and the time of the next pass.
 *
 * <p>Messages say what, where (object, field or file:line), why and what to do, and hold no secret.
 */
public abstract sealed class Failure extends Exception permits Stalled, Retryable, Waiting, Superseded {
    private static final long serialVersionUID = 1L;

    private final transient Details details;

    Failure(Details details) {
        super(details.message(), details.cause());
        this.details = details;
    }

    final Details details() {
        return details;
    }

    /** Flux's own reason. */
    public final Reason reason() {
        return details.reason();
    }

    /** What the conditions say. */
    public final String message() {
        return details.message();
    }

    /** The abnormal-true condition type that this failure also marks True, such as {@code FetchFailed}. */
    public final Optional<String> condition() {
        return Optional.ofNullable(details.condition());
    }

    /** True: no event is emitted for it. */
    public final boolean quiet() {
        return details.severity() == null;
    }

    /** How the event of this failure is graded; empty when it is quiet. */
    public final Optional<Severity> severity() {
        return Optional.ofNullable(details.severity());
    }

    /** What the event says: the message, unless another was given. */
    public final String announcement() {
        String other = details.announcement();
        return other == null ? details.message() : other;
    }

    /** The parts all failures have. */
    record Details(
            Reason reason,
            String message,
            @Nullable Throwable cause,
            @Nullable String condition,
            @Nullable Severity severity,
            @Nullable String announcement) {

        static Details of(Reason reason, String message, @Nullable Throwable cause, @Nullable Severity severity) {
            return new Details(reason, message, cause, null, severity, null);
        }

        Details marking(String type) {
            return new Details(reason, message, cause, type, severity, announcement);
        }

        Details announcing(@Nullable Severity newSeverity, @Nullable String text) {
            return new Details(reason, message, cause, condition, newSeverity, text);
        }
    }
}
