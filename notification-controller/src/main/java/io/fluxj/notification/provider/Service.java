package io.fluxj.notification.provider;

/** Something that can be told of events. */
@FunctionalInterface
public interface Service {
    /**
     * Tells it of one.
     *
     * @throws DeliveryFailure when it did not hear of it
     */
    void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException;
}
