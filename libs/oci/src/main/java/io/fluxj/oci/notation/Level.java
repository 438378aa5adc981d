package io.fluxj.oci.notation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.signature.UnverifiedException;
import java.util.EnumMap;
import java.util.Map;

/**
 * How strictly signatures are taken.
 *
 * @param actions for every check
 */
record Level(Map<Check, Action> actions) {
    private static final String SKIP = "skip";

    Level {
        actions = Map.copyOf(actions);
    }

    /** Reads {@code signatureVerification}. */
    static Level read(JsonNode node) throws UnverifiedException {
        String name = node.path("level").asText("");
        if (name.isEmpty()) {
            throw new UnverifiedException(
                    "signature verification level is empty or missing in the trust policy statement");
        }
        Map<Check, Action> actions = named(name);
        JsonNode overrides = node.path("override");
        if (!overrides.isEmpty() && name.equals(SKIP)) {
            throw new UnverifiedException(
                    "signature verification level \"skip\" can't be used to customize signature verification");
        }
        for (Map.Entry<String, JsonNode> override : overrides.properties()) {
            Check check = check(override.getKey());
            actions.put(check, action(check, override.getValue().asText("")));
        }
        return new Level(actions);
    }

    private static Map<Check, Action> named(String name) throws UnverifiedException {
        return switch (name) {
            case "strict" -> all(Action.ENFORCE);
            case "permissive" -> {
                Map<Check, Action> actions = all(Action.LOG);
                actions.put(Check.INTEGRITY, Action.ENFORCE);
                actions.put(Check.AUTHENTICITY, Action.ENFORCE);
                yield actions;
            }
            case "audit" -> {
                Map<Check, Action> actions = all(Action.LOG);
                actions.put(Check.INTEGRITY, Action.ENFORCE);
                yield actions;
            }
            case SKIP -> all(Action.SKIP);
            default -> throw new UnverifiedException("invalid signature verification level \"" + name + "\"");
        };
    }

    private static Map<Check, Action> all(Action action) {
        Map<Check, Action> actions = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            actions.put(check, action);
        }
        return actions;
    }

    private static Check check(String name) throws UnverifiedException {
        Check check = Check.named(name)
                .orElseThrow(() -> new UnverifiedException(
                        "verification type \"" + name + "\" in custom signature verification is not supported"));
        if (check == Check.INTEGRITY) {
            throw new UnverifiedException(
                    "\"integrity\" verification can not be overridden in custom signature verification");
        }
        return check;
    }

    private static Action action(Check check, String name) throws UnverifiedException {
        Action action = Action.named(name)
                .orElseThrow(() -> new UnverifiedException(
                        "verification action \"" + name + "\" in custom signature verification is not supported"));
        if (action == Action.SKIP && check != Check.REVOCATION) {
            throw new UnverifiedException(
                    "\"" + check.text() + "\" verification can not be skipped in custom signature verification");
        }
        return action;
    }

    Action of(Check check) {
        return actions.getOrDefault(check, Action.ENFORCE);
    }

    /** Whether nothing is checked at all. */
    boolean isSkip() {
        return of(Check.INTEGRITY) == Action.SKIP;
    }
}
