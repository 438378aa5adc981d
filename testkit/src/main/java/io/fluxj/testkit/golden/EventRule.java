package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How often events are told, where that is up to the clock or to us.
 *
 * @param reason of the events
 * @param message of the events
 * @param told {@code once}: equal ones that follow each other count as one; {@code perhaps}: may be there or not; {@code before}: may have been told in an
 *     earlier step than the one it was recorded in, but was told
 * @param apart how long after each other those that count as one are told at least
 * @param afterFailure only once something failed in the scenario
 */
record EventRule(Pattern reason, Pattern message, Told told, Duration apart, boolean afterFailure) {
    enum Told {
        ONCE,
        PERHAPS,
        BEFORE
    }

    static EventRule of(JsonNode rule) {
        return new EventRule(
                Pattern.compile(rule.path("reason").asText(".*")),
                Pattern.compile(rule.path("message").asText(".*"), Pattern.DOTALL),
                Told.valueOf(rule.path("told").asText().toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(rule.path("secondsApart").asLong()),
                rule.path("afterFailure").asBoolean());
    }

    boolean isAbout(JsonNode event) {
        return reason.matcher(event.path("reason").asText()).matches()
                && message.matcher(event.path("message").asText()).matches();
    }
}
