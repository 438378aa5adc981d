package io.fluxj.testkit.golden;

import java.util.List;
import java.util.Optional;

/**
 * One step.
 *
 * @param actions what is done
 * @param waitFor what is waited for when nothing was recorded afterwards
 * @param expectation what is seen afterwards; empty when nobody looked
 */
record Step(String name, List<Action> actions, Optional<WaitFor> waitFor, Optional<Expectation> expectation) {
    Step {
        actions = List.copyOf(actions);
    }
}
