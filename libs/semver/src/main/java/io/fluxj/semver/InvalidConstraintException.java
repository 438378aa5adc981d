package io.fluxj.semver;

/** A text is no version constraint; the message quotes the part that is wrong, as Masterminds words it. */
public final class InvalidConstraintException extends Exception {
    private static final long serialVersionUID = 1L;

    private InvalidConstraintException(String message) {
        super(message);
    }

    static InvalidConstraintException improper(String part) {
        return new InvalidConstraintException("improper constraint: " + Quoted.text(part));
    }

    static InvalidConstraintException unparsable() {
        return new InvalidConstraintException("constraint parser error");
    }
}
