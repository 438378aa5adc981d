package io.fluxj.runtime.start;

import java.util.List;

/**
 * What every replica of a controller does, whether or not it leads.
 *
 * @param address {@code host:port} at which the other replicas reach this one while it leads; stands in the lease. Empty for none
 * @param always started in this order when the process starts, before anybody leads
 * @param untilLeading started after that, and stopped before this process begins to lead
 */
public record ReplicaParts(String address, List<LeadingService> always, List<LeadingService> untilLeading) {
    /** Nothing. */
    public static final ReplicaParts NONE = new ReplicaParts("", List.of(), List.of());

    public ReplicaParts {
        always = List.copyOf(always);
        untilLeading = List.copyOf(untilLeading);
    }
}
