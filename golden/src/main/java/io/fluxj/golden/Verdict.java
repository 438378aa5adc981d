package io.fluxj.golden;

/** What came of a recording. */
public sealed interface Verdict {
    /** All was as recorded. */
    record Passed() implements Verdict {}

    /**
     * Something was not.
     *
     * @param difference recorded and seen, as a diff
     */
    record Differs(String difference) implements Verdict {}

    /**
     * It cannot be played here.
     *
     * @param why what is missing, such as {@code no controller for HelmChart yet}
     */
    record Skipped(String why) implements Verdict {}

    /** Passed when there is no difference, see {@link Diff}. */
    static Verdict of(String difference) {
        return difference.isEmpty() ? new Passed() : new Differs(difference);
    }
}
