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
    DEPRECATED_TEMPLATE_FIELD("DeprecatedTemplateField");

    private final String text;

    AutomationReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
