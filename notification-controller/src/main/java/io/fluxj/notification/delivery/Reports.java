package io.fluxj.notification.delivery;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.notification.alert.Complaints;
import io.fluxj.notification.alert.Receipts;
import io.fluxj.notification.event.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told what became of events: the log, those who look at Alerts, and the metrics. */
record Reports(Complaints complaints, Receipts receipts, DeliveryMetrics metrics) {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final String FAILED = "NotificationDispatchFailed";

    /**
     * An event was not sent.
     *
     * @param what was being done
     * @param why without secrets
     */
    void failed(Alert alert, Event event, String what, String why) {
        LOG.atError()
                .addKeyValue("error", why)
                .addKeyValue(
                        "alert",
                        alert.getMetadata().getNamespace() + "/"
                                + alert.getMetadata().getName())
                .log(what);
        complaints.about(alert, FAILED, what + " for " + event.involved().shown() + ": " + why);
        receipts.failed(alert, why);
    }
}
