package io.fluxj.helm.action;

/** Why an action failed. */
public sealed interface ActionFailure {

    /** The chart, the values or the templates are at fault; the cause of the exception is the {@code HelmException}. */
    record Rendering() implements ActionFailure {}

    /** An object of the chart is there and belongs to somebody else. */
    record Ownership() implements ActionFailure {}

    /** There is a release of that name already. */
    record NameInUse() implements ActionFailure {}

    /** There is no release of that name, or no such revision. */
    record NotFound() implements ActionFailure {}

    /** There is no revision that an upgrade could go on from. */
    record NoDeployedRelease() implements ActionFailure {}

    /** The release is uninstalled already; its records were to be kept. */
    record AlreadyDeleted() implements ActionFailure {}

    /** Another action is under way, or was ended by force. */
    record Pending() implements ActionFailure {}

    /** The server refused, or did not answer. */
    record Refused(ClusterException.Kind kind) implements ActionFailure {}

    /**
     * A hook or test failed.
     *
     * @param hook name of its object
     * @param output the last lines that its Pod printed; empty when there are none to be had
     */
    record HookFailed(String hook, String output) implements ActionFailure {}

    /** Objects were not ready in time, or will never be. */
    record NotReady() implements ActionFailure {}

    /** The wait was ended from outside, or the thread was interrupted. */
    record Cancelled() implements ActionFailure {}

    /** The release is gone but for what the message names. */
    record Incomplete() implements ActionFailure {}
}
