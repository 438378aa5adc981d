package io.fluxj.git;

/**
 * The branch that is to be changed.
 *
 * @param name short name; empty when it is what the reference names
 * @param continued whether a commit follows what is there; otherwise it follows the reference, whatever is there
 */
public record WorkBranch(String name, boolean continued) {
    /** The branch that the reference names. */
    public static WorkBranch ofReference() {
        return new WorkBranch("", true);
    }

    /** Another branch, which is continued when the server has it, and otherwise begins with the reference. */
    public static WorkBranch continuing(String name) {
        return new WorkBranch(name, true);
    }

    /** Another branch, which begins with the reference each time. */
    public static WorkBranch anew(String name) {
        return new WorkBranch(name, false);
    }
}
