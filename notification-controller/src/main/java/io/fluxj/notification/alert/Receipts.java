package io.fluxj.notification.alert;

import io.fluxj.api.notification.v1beta3.Alert;

/** Notes what became of events, for whoever looks at their Alert. Never blocks. */
public interface Receipts {
    /** For those who want none. */
    Receipts NONE = new Receipts() {
        @Override
        public void delivered(Alert alert) {
            // nobody looks
        }

        @Override
        public void failed(Alert alert, String why) {
            // nobody looks
        }
    };

    /** An event was sent. */
    void delivered(Alert alert);

    /**
     * An event was not sent.
     *
     * @param why without secrets
     */
    void failed(Alert alert, String why);
}
