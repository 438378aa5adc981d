package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.memory.Applied;
import java.util.Optional;

/** What is to be done about one candidate. */
sealed interface Verdict {

    /** Whether the object is going to be written. */
    default boolean writes() {
        return switch (this) {
            case Skip _, Remembered _, Same _ -> false;
            case Create _, Configure _, Replace _ -> true;
        };
    }

    /**
     * Nothing, because it asks to be left alone.
     *
     * @param live the live object when it was read
     */
    record Skip(Optional<ObjectNode> live) implements Verdict {}

    /** Nothing, because manifest and live object are as they were. */
    record Remembered(Applied applied) implements Verdict {}

    /** Nothing, because applying would change nothing. */
    record Same(ObjectNode live) implements Verdict {}

    /** It does not exist. */
    record Create() implements Verdict {}

    /**
     * It differs.
     *
     * @param candidate what is to be written, which leaves alone what is ignored
     * @param cleanup what is to be taken over first
     */
    record Configure(Candidate candidate, Optional<ArrayNode> cleanup) implements Verdict {}

    /** It differs in a field that cannot be changed. */
    record Replace(ObjectNode live) implements Verdict {}
}
