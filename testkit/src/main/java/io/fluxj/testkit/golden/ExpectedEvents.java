package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Events that were recorded. Each has {@code object} ({@code Kind/name}), {@code reason}, {@code message} and what else was recorded of it.
 *
 * @param events in the order of their arrival
 */
record ExpectedEvents(Channel channel, Span span, List<JsonNode> events) {
    /** Where events arrive. */
    enum Channel {
        /** At the address that {@code --events-addr} names. */
        POSTED,
        /** In the Kubernetes API. */
        KUBERNETES
    }

    /** Which of them were recorded. */
    enum Span {
        /** Each distinct one that appeared or was repeated in the step. */
        STEP,
        /** Each distinct one that appeared in the scenario so far. */
        SCENARIO,
        /** All of the scenario so far, in the order of each object. */
        SCENARIO_IN_ORDER
    }
}
