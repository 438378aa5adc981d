package io.fluxj.apply;

/** What became of one object. */
public record Change(ObjectRef ref, Action action) {

    /** {@code <Kind>/<namespace>/<name> <action>}. */
    public String line() {
        return ref.subject() + " " + action.word();
    }
}
