package io.fluxj.substitution;

/** Why a text could not be substituted. The messages are those of Flux, so that conditions read alike. */
public final class SubstitutionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    SubstitutionException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** {@return where in the text the expression at fault begins, in characters from 0} */
    public int offset() {
        return offset;
    }
}
