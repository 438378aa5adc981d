package io.fluxj.notification.receiver.filter;

/** A spec with which nothing can be done until somebody changes it. The message says which field and why. */
public abstract sealed class UnusableSpec extends Exception {
    private static final long serialVersionUID = 1L;

    private UnusableSpec(String message) {
        super(message);
    }

    /** The message, which is never missing. */
    public final String message() {
        return String.valueOf(getMessage());
    }

    /** A field holds what it must not. */
    public static final class Invalid extends UnusableSpec {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    /** An expression cannot give what it has to. */
    public static final class Expression extends UnusableSpec {
        private static final long serialVersionUID = 1L;

        Expression(String message) {
            super(message);
        }
    }
}
