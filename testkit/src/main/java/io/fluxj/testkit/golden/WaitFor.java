package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a step waits for when nothing was recorded of it, as {@code Kind/name: settled(o) and c('Ready')=='True'}. Terms other than these two are left to what
 * the next step expects.
 *
 * @param reference the object
 * @param terms joined by {@code and}
 */
record WaitFor(String reference, String terms) {
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z]+/[a-z0-9.-]+): (.*)", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile("c\\('([A-Za-z]+)'\\)=='([A-Za-z]+)'");

    static Optional<WaitFor> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches() ? Optional.of(new WaitFor(written.group(1), written.group(2))) : Optional.empty();
    }

    /** What is not so yet, empty when all is. */
    String missing(JsonNode object) {
        StringBuilder missing = new StringBuilder();
        if (terms.contains("settled(o)") && !isSettled(object)) {
            missing.append("- ").append(reference).append(" is settled\n");
        }
        Matcher condition = CONDITION.matcher(terms);
        while (condition.find()) {
            if (!condition(object, condition.group(1)).path("status").asText().equals(condition.group(2))) {
                missing.append("- ").append(condition.group()).append('\n');
            }
        }
        return missing.toString();
    }

    /** Stalled, or Ready or not for its current generation and token, at most waiting for a retry. */
    static boolean isSettled(JsonNode object) {
        String token = object.at("/metadata/annotations")
                .path("reconcile.fluxcd.io/requestedAt")
                .asText("");
        boolean handled =
                token.equals(object.at("/status/lastHandledReconcileAt").asText(""));
        JsonNode ready = condition(object, "Ready");
        JsonNode reconciling = condition(object, "Reconciling");
        boolean atRest = reconciling.isMissingNode()
                || reconciling.path("reason").asText().equals("ProgressingWithRetry");
        boolean decided = !ready.path("status").asText("Unknown").equals("Unknown")
                && ready.path("observedGeneration").asLong()
                        == object.at("/metadata/generation").asLong();
        boolean stalled = condition(object, "Stalled").path("status").asText().equals("True");
        return handled && (stalled || (decided && atRest));
    }

    private static JsonNode condition(JsonNode object, String type) {
        return object.at("/status/conditions")
                .valueStream()
                .filter(condition -> condition.path("type").asText().equals(type))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
