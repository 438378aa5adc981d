package io.fluxj.testkit.golden;

import java.util.List;
import java.util.Optional;

/** What is done, and what is seen afterwards; empty when nobody looked. */
record Step(String name, List<Action> actions, Optional<Expectation> expectation) {
    Step {
        actions = List.copyOf(actions);
    }
}
