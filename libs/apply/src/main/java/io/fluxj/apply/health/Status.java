package io.fluxj.apply.health;

/** How far an object has come. */
public enum Status {
    CURRENT("Current"),
    IN_PROGRESS("InProgress"),
    FAILED("Failed"),
    TERMINATING("Terminating"),
    NOT_FOUND("NotFound"),
    UNKNOWN("Unknown");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The word in messages, such as {@code InProgress}. */
    public String word() {
        return word;
    }
}
