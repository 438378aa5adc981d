package io.fluxj.helm;

import org.jspecify.annotations.Nullable;

/** A chart cannot be loaded, rendered or stored. The message is Helm's where Helm has one. */
public final class HelmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;
    private final String printed;

    public HelmException(String message, Diagnosis diagnosis, @Nullable Throwable cause) {
        this(message, diagnosis, "", cause);
    }

    private HelmException(String message, Diagnosis diagnosis, String printed, @Nullable Throwable cause) {
        super(message, cause);
        this.diagnosis = diagnosis;
        this.printed = printed;
    }

    public HelmException(Diagnosis.Subject subject, String message) {
        this(message, Diagnosis.of(subject), null);
    }

    public HelmException(Diagnosis.Subject subject, String message, Throwable cause) {
        this(message, Diagnosis.of(subject), cause);
    }

    /** What is known of the failure besides its message. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /** The same failure with what comes before the message. */
    public HelmException within(String context) {
        return new HelmException(context + ": " + getMessage(), diagnosis, printed, this);
    }

    /** What the templates printed, when that is at fault; else empty. */
    public String printed() {
        return printed;
    }

    /** The same failure, with what the templates printed. */
    public HelmException printing(String text) {
        return new HelmException(String.valueOf(getMessage()), diagnosis, text, this);
    }

    /** The same failure, with advice. */
    public HelmException advising(String advice) {
        return new HelmException(String.valueOf(getMessage()), diagnosis.advising(advice), printed, this);
    }
}
