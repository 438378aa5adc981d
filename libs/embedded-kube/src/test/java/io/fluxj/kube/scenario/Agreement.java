package io.fluxj.kube.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Two servers' answers to a scenario. A second that passes in the middle changes the order of managers, and a real controller may
 * write in between, so what differs is tried again, in another namespace; what differs thrice does.
 */
final class Agreement {
    private static final int TRIES = 3;

    private Agreement() {}

    /** Runs a scenario in a namespace. */
    @FunctionalInterface
    interface Runner {
        ArrayNode run(String namespace) throws Exception;
    }

    static void check(String namespace, Runner wanted, Runner ours) throws Exception {
        for (int i = 1; i < TRIES; i++) {
            String one = namespace + "-" + i;
            if (wanted.run(one).equals(ours.run(one))) {
                return;
            }
        }
        String last = namespace + "-" + TRIES;
        assertThat(pretty(ours.run(last))).isEqualTo(pretty(wanted.run(last)));
    }

    private static String pretty(JsonNode answers) {
        return answers.toPrettyString();
    }
}
