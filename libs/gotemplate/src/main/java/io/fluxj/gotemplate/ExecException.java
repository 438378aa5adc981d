package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.value.GoError;
import org.jspecify.annotations.Nullable;

/** A template failed while it was executed; the message is Go's. */
public final class ExecException extends GoError {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Failure failure;

    private ExecException(String message, @Nullable Failure failure, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /**
     * What failed.
     *
     * @param template name of the template that was executed
     * @param expression the part of it that failed, as Go prints it
     * @param problem what is wrong
     */
    public record Failure(Definition.Place place, String template, String expression, String problem) {}

    static ExecException at(Failure failure, @Nullable Throwable cause) {
        String message = "template: " + failure.place() + ": executing " + Quoting.quoted(failure.template()) + " at <"
                + failure.expression() + ">: " + failure.problem();
        return new ExecException(message, failure, cause);
    }

    static ExecException of(String message) {
        return new ExecException(message, null, null);
    }

    /** What failed; null when no template was found to execute. */
    public @Nullable Failure failure() {
        return failure;
    }
}
