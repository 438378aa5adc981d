package io.fluxj.runtime.notice;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons of events about a spec; Flux has none such. */
enum NoticeReason implements Reason {
    /** A required field was left out, and its default took its place. */
    VALUE_ASSUMED("ValueAssumed"),
    /** A field is accepted but does nothing. */
    FIELD_WITHOUT_EFFECT("FieldWithoutEffect");

    private final String text;

    NoticeReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
