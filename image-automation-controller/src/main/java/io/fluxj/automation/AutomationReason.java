package io.fluxj.automation;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons of conditions and events of an ImageUpdateAutomation. Source: conditions-events §8. */
public enum AutomationReason implements Reason {
    GIT_OPERATION_FAILED("GitOperationFailed"),
    UPDATE_FAILED("UpdateFailed"),
    SOURCE_MANAGER_FAILED("SourceManagerFailed"),
    INVALID_POLICY_SELECTOR("InvalidPolicySelector"),
    INVALID_UPDATE_STRATEGY("InvalidUpdateStrategy"),
    INVALID_SOURCE_CONFIGURATION("InvalidSourceConfiguration"),
    REMOVED_TEMPLATE_FIELD("RemovedTemplateField"),
    /** A field holds what cannot be used; Flux has no such reason. */
    INVALID_SPEC("InvalidSpec"),
    /** A file with markers cannot be read, and was left alone; Flux says nothing. */
    UNREADABLE_FILE("UnreadableFile"),
    /** A field that older versions had still works; Flux refuses it. */
    DEPRECATED_TEMPLATE_FIELD("DeprecatedTemplateField"),
    /** What was set in one file of a commit that was pushed. */
    FILE_UPDATED("FileUpdated"),
    /** The annotation asked for a plan, and it is there. */
    PLANNED("Planned"),
    PULL_REQUEST_OPENED("PullRequestOpened"),
    PULL_REQUEST_UPDATED("PullRequestUpdated"),
    PULL_REQUEST_CLOSED("PullRequestClosed"),
    /** The host of the repository did not do what was asked of it. */
    PULL_REQUEST_FAILED("PullRequestFailed");

    private final String text;

    AutomationReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
