package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be told any number of times counts once.
 *
 * @param recorded events, in the form in which they are compared; who says one of them in different words says the same
 */
record Repetitions(Comparison comparison, List<JsonNode> recorded) {

    /**
     * One event.
     *
     * @param event in the form in which it is compared
     * @param at when it was told, in whole seconds; not known of recorded ones
     */
    record Told(JsonNode event, @Nullable Instant at) {}

    /** Without those that repeat the one before as often as a rule allows. */
    List<JsonNode> once(List<Told> all) {
        List<JsonNode> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i == 0 || !isRepetition(all.get(i - 1), all.get(i))) {
                kept.add(all.get(i).event());
            }
        }
        return kept;
    }

    private boolean isRepetition(Told earlier, Told later) {
        return comparison.rules().events().stream()
                        .anyMatch(rule -> rule.told() == EventRule.Told.ONCE
                                && rule.isAbout(later.event())
                                && isApart(earlier.at(), later.at(), rule.apart()))
                && saySame(earlier.event(), later.event());
    }

    private static boolean isApart(@Nullable Instant earlier, @Nullable Instant later, Duration apart) {
        return earlier == null
                || later == null
                || Duration.between(earlier, later).plusSeconds(1).compareTo(apart) >= 0;
    }

    /** Whether a surplus event is another wording of what was recorded and may be repeated. */
    boolean isOtherWording(JsonNode event) {
        return comparison.rules().events().stream()
                        .anyMatch(rule -> rule.told() == EventRule.Told.ONCE && rule.isAbout(event))
                && recorded.stream().anyMatch(each -> comparison.same(each, event));
    }

    private boolean saySame(JsonNode one, JsonNode other) {
        return one.equals(other)
                || recorded.stream().anyMatch(each -> comparison.same(each, one) && comparison.same(each, other));
    }
}
