package io.fluxj.runtime.reconcile;

import java.util.List;

/** How Ready comes about. */
public sealed interface ReadyRule {
    /**
     * Ready is what the outcome or failure says. Nothing is marked until the steps report progress, which sets Ready to Unknown with
     * {@code progressMessage}. A stall moves the observed generation only when it says so. (kustomize-controller)
     */
    static ReadyRule direct(String progressMessage) {
        return new Direct(progressMessage);
    }

    /**
     * Ready is computed from the other conditions: the first False one of {@code positive}, else the first True one of {@code abnormal}, Stalled,
     * Reconciling, else the first True one of {@code positive}. Reconciling is marked when the pass starts. (source-controller)
     *
     * @param abnormal abnormal-true types, most important first, without Stalled and Reconciling
     * @param positive positive types, most important first
     */
    static ReadyRule summary(List<String> abnormal, List<String> positive) {
        return new Summary(List.copyOf(abnormal), List.copyOf(positive));
    }

    /**
     * The steps mark Ready, Reconciling and Stalled themselves, and the frame leaves them as they are. Whatever ends without a failure that is tried again
     * observes the generation, a suspended object too. (helm-controller)
     */
    static ReadyRule own() {
        return new Own();
    }

    /** See {@link #own()}. */
    record Own() implements ReadyRule {}

    /**
     * Ready is what the outcome or failure says, and what it said before stands until then; a stall leaves a Ready that is False as it is. Reconciling is
     * marked when the pass starts. (image-reflector-controller, image-automation-controller)
     */
    static ReadyRule standing() {
        return new Standing();
    }

    /** See {@link #direct(String)}. */
    record Direct(String progressMessage) implements ReadyRule {}

    /** See {@link #summary(List, List)}. */
    record Summary(List<String> abnormal, List<String> positive) implements ReadyRule {}

    /** See {@link #standing()}. */
    record Standing() implements ReadyRule {}
}
