package io.fluxj.notification.receiver.check;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import java.util.List;

/** Which events of a caller a Receiver wants. Source: behaviour §4.3. */
final class Events {
    private Events() {}

    /**
     * Refuses an event that is not wanted; none is listed where all are.
     *
     * @param what the caller calls it, such as {@code GitHub event}
     */
    static void require(List<String> wanted, String event, String what) throws CallRefused {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(event::equalsIgnoreCase)) {
            throw new CallRefused("the " + what + " " + quoted(event) + " is not authorised");
        }
    }
}
