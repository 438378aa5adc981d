package io.fluxj.notification.event;

/** Where events go that count. Never blocks. */
@FunctionalInterface
public interface Inbox {
    /**
     * Takes an event.
     *
     * @param bytes what it costs to keep it
     * @return false when there is no room for it
     */
    boolean offer(Event event, int bytes);
}
