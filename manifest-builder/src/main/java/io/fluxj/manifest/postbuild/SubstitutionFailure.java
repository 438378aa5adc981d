package io.fluxj.manifest.postbuild;

/** The variables could not be put into an object; the message holds no value of a variable. */
public final class SubstitutionFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final String expression;

    SubstitutionFailure(String message) {
        super(message);
        this.message = message;
        this.expression = "";
    }

    SubstitutionFailure(String message, String expression, Throwable cause) {
        super(message, cause);
        this.message = message;
        this.expression = expression;
    }

    /** What is wrong. */
    public String message() {
        return message;
    }

    /** The beginning of the expression at fault, such as <code>${region</code>; {@code ""} if it is not the fault of one. */
    public String expression() {
        return expression;
    }
}
