package io.fluxj.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.golden.ExpectedEvents.Channel;
import io.fluxj.testkit.golden.ExpectedEvents.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EventMatchTest {
    private static final JsonNode DONE = Yaml.parse("{object: A/a, severity: info, reason: Done, message: done}");
    private static final JsonNode MORE = Yaml.parse("{object: A/a, severity: info, reason: Done, message: more}");
    private static final JsonNode BAD = Yaml.parse("{object: A/a, severity: error, reason: Bad, message: bad}");
    private static final JsonNode OTHER = Yaml.parse("{object: B/b, severity: info, reason: Done, message: done}");
    private static final Rules RULES = Rules.parse(Yaml.parse("""
            events:
            - {reason: Waiting, told: once, why: up to the clock}
            - {reason: Retried, told: once, secondsApart: 5, why: up to the clock}
            - {reason: Polled, told: perhaps, why: up to the clock}
            - {reason: Woken, told: before, why: a wake comes at once}
            - {reason: Recovered, told: perhaps, afterFailure: true, why: up to the clock}
            wording:
            - {flux: "no ${what}", ours: "no ${what}: make it", why: clearer}
            """));

    @Test
    void inAStepOrderAndNumberDoNotMatter() {
        assertThat(same(Span.STEP, List.of(DONE, MORE), List.of(MORE, DONE, DONE)))
                .isTrue();
        assertThat(same(Span.STEP, List.of(DONE, MORE), List.of(DONE))).isFalse();
        assertThat(same(Span.STEP, List.of(DONE), List.of(DONE, MORE))).isFalse();
    }

    @Test
    void inOrderTheyDoForEachObject() {
        assertThat(same(Span.SCENARIO_IN_ORDER, List.of(DONE, OTHER, MORE), List.of(OTHER, DONE, MORE)))
                .isTrue();
        assertThat(same(Span.SCENARIO_IN_ORDER, List.of(DONE, MORE), List.of(MORE, DONE)))
                .isFalse();
        assertThat(same(Span.SCENARIO_IN_ORDER, List.of(DONE), List.of(DONE, DONE)))
                .isFalse();
    }

    @Test
    void aFailureOfAnEarlierStepMayBeToldAgain() {
        EventMatch match = match(Set.of());
        Set<JsonNode> failures = match.failures(List.of(BAD, DONE));

        assertThat(same(match(failures), Span.STEP, List.of(DONE), List.of(DONE, BAD)))
                .isTrue();
        assertThat(same(match(failures), Span.STEP, List.of(DONE, BAD), List.of(DONE)))
                .isTrue();
        assertThat(same(match(failures), Span.STEP, List.of(DONE), List.of(DONE, MORE)))
                .isFalse();
        assertThat(same(Span.STEP, List.of(DONE), List.of(DONE, BAD))).isFalse();
    }

    @Test
    void aFailureIsTheSameInBothChannels() {
        JsonNode warning = Yaml.parse("{object: A/a, type: Warning, reason: Bad, message: bad, source: c}");

        assertThat(match(Set.of()).failures(List.of(warning)))
                .isEqualTo(match(Set.of()).failures(List.of(BAD)));
    }

    @Test
    void rulesSayWhatIsToldOnceOrPerhaps() {
        JsonNode waiting = Yaml.parse("{object: A/a, reason: Waiting, message: waiting}");
        JsonNode polled = Yaml.parse("{object: A/a, reason: Polled, message: nothing}");
        JsonNode recovered = Yaml.parse("{object: A/a, reason: Recovered, message: well}");

        assertThat(same(
                        Span.SCENARIO_IN_ORDER,
                        List.of(waiting, waiting, DONE, waiting),
                        List.of(waiting, DONE, waiting, waiting)))
                .isTrue();
        assertThat(same(match(Set.of()), Span.STEP, List.of(), List.of(polled))).isTrue();
        assertThat(same(match(Set.of(BAD)), Span.STEP, List.of(recovered), List.of()))
                .isTrue();
        assertThat(same(match(Set.of()), Span.STEP, List.of(recovered), List.of()))
                .isFalse();
    }

    @Test
    void whatMayHaveBeenToldBeforeMustHaveBeenTold() {
        JsonNode woken = Yaml.parse("{object: A/a, reason: Woken, message: well}");
        List<JsonNode> recorded = List.of(DONE, woken);

        assertThat(same(lists(recorded, List.of(DONE, woken), List.of(DONE, woken))))
                .isTrue();
        assertThat(same(lists(recorded, List.of(DONE), List.of(DONE, woken)))).isTrue();
        assertThat(same(lists(recorded, List.of(DONE), List.of(DONE)))).isFalse();
        assertThat(same(lists(recorded, List.of(woken), List.of(DONE, woken)))).isFalse();
    }

    private static EventMatch.Lists lists(List<JsonNode> recorded, List<JsonNode> there, List<JsonNode> ever) {
        return match(Set.of())
                .lists(new ExpectedEvents(Channel.POSTED, Span.STEP, recorded), new EventMatch.Told(there, ever));
    }

    private static boolean same(EventMatch.Lists lists) {
        return lists.expected().equals(lists.seen());
    }

    @Test
    void whatMayBeRepeatedIsNotRepeatedTooSoon() {
        JsonNode retried = Yaml.parse("{object: A/a, reason: Retried, message: bad}");
        List<JsonNode> once = List.of(retried);

        assertThat(same(Span.SCENARIO_IN_ORDER, once, List.of(retried(0), retried(5), retried(9), retried(15))))
                .isTrue();
        assertThat(same(Span.SCENARIO_IN_ORDER, once, List.of(retried(0), retried(5), retried(8))))
                .isFalse();
    }

    private static JsonNode retried(int second) {
        return Yaml.parse(
                "{object: A/a, reason: Retried, message: bad, timestamp: '2026-01-01T00:00:%02dZ'}".formatted(second));
    }

    @Test
    void whatMayBeRepeatedMayBeSaidInEitherWording() {
        JsonNode flux = Yaml.parse("{object: A/a, reason: Waiting, message: no map}");
        JsonNode ours = Yaml.parse("{object: A/a, reason: Waiting, message: 'no map: make it'}");

        for (Span span : List.of(Span.SCENARIO_IN_ORDER, Span.SCENARIO)) {
            assertThat(same(span, List.of(flux, DONE), List.of(ours, flux, DONE)))
                    .isTrue();
            assertThat(same(span, List.of(flux, DONE), List.of(ours, MORE, DONE)))
                    .isFalse();
        }
    }

    @Test
    void onlyWhatWasRecordedOfAnEventIsCompared() {
        JsonNode recorded = Yaml.parse("{object: A/a, reason: Done, message: done}");

        assertThat(same(Span.STEP, List.of(recorded), List.of(DONE))).isTrue();
    }

    private static boolean same(Span span, List<JsonNode> recorded, List<JsonNode> seen) {
        return same(match(Set.of()), span, recorded, seen);
    }

    private static boolean same(EventMatch match, Span span, List<JsonNode> recorded, List<JsonNode> seen) {
        return same(match.lists(new ExpectedEvents(Channel.POSTED, span, recorded), new EventMatch.Told(seen, seen)));
    }

    private static EventMatch match(Set<JsonNode> earlier) {
        return new EventMatch(new Comparison(RULES), earlier);
    }
}
