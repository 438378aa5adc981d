package io.fluxj.runtime.reconcile;

/** The three values of a condition's status. */
public enum ConditionStatus {
    TRUE("True"),
    FALSE("False"),
    UNKNOWN("Unknown");

    private final String text;

    ConditionStatus(String text) {
        this.text = text;
    }

    /** The value as Kubernetes writes it. */
    public String text() {
        return text;
    }

    /** The status written as {@code text}; whatever is neither True nor False counts as Unknown. */
    public static ConditionStatus of(String text) {
        return switch (text) {
            case "True" -> TRUE;
            case "False" -> FALSE;
            default -> UNKNOWN;
        };
    }
}
