package io.fluxj.api.meta;

/** Truth value of a condition. */
public enum ConditionStatus implements Choice.Named {
    /** It holds. */
    TRUE("True"),
    /** It does not hold. */
    FALSE("False"),
    /** Nobody can say yet. */
    UNKNOWN("Unknown");

    private final String text;

    ConditionStatus(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
