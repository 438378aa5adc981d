package io.fluxj.automation.message;

/** A template makes no message. */
public final class MessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean removedField;
    private final String message;

    MessageException(String message, boolean removedField, Throwable cause) {
        super(message, cause);
        this.message = message;
        this.removedField = removedField;
    }

    /** What is wrong, in Flux's words. */
    public String message() {
        return message;
    }

    /** Whether the template uses a field that older versions had. */
    public boolean usesRemovedField() {
        return removedField;
    }
}
