package io.fluxj.helm.action;

/** What becomes of the dependents of an object that is deleted. */
public enum Propagation {
    BACKGROUND("Background"),
    FOREGROUND("Foreground"),
    ORPHAN("Orphan");

    private final String text;

    Propagation(String text) {
        this.text = text;
    }

    /** As the API has it. */
    public String text() {
        return text;
    }
}
