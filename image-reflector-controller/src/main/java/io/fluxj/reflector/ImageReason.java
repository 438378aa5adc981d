package io.fluxj.reflector;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons of conditions and events of the image kinds. Source: conditions-events §7. */
public enum ImageReason implements Reason {
    IMAGE_URL_INVALID("ImageURLInvalid"),
    AUTHENTICATION_FAILED("AuthenticationFailed"),
    READ_OPERATION_FAILED("ReadOperationFailed"),
    INVALID_POLICY("InvalidPolicy"),
    INTERVAL_NOT_CONFIGURED("IntervalNotConfigured"),
    FAILURE("Failure"),
    /** A field holds what cannot be used; Flux has no such reason. */
    INVALID_SPEC("InvalidSpec"),
    /** A descending order chose the least value, which people rarely mean; Flux has no such event. */
    LEAST_VALUE_CHOSEN("LeastValueChosen");

    private final String text;

    ImageReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
