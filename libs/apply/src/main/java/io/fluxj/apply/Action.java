package io.fluxj.apply;

/** What became of one object. */
public enum Action {
    CREATED("created"),
    CONFIGURED("configured"),
    UNCHANGED("unchanged"),
    /** Left alone because its manifest or the live object asks for that. */
    SKIPPED("skipped"),
    DELETED("deleted");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** The word used in events and logs, such as {@code created}. */
    public String word() {
        return word;
    }
}
