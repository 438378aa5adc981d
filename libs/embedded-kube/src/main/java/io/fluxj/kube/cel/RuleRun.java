package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One check of an object by its rules. What all rules cost together is bounded. */
final class RuleRun {
    private static final long BUDGET = 10_000_000;
    private static final int MAX_MESSAGE = 5 * 1024;
    private static final String OUT_OF_BUDGET =
            "validation failed due to running out of cost budget, no further validation rules will be run";

    private final List<Cause> causes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long budget = BUDGET;

    List<Cause> causes() {
        return causes;
    }

    /** Refusals of what was as wrong before: they are told and not enforced. */
    List<String> warnings() {
        return warnings;
    }

    void visit(RuleNode node, JsonNode value, Correlation correlation, String path) {
        if (value.isNull() || budget < 0) {
            return;
        }
        rules(node, value, correlation, path);
        for (RuleNode more : node.allOf()) {
            visit(more, value, correlation, path);
        }
        if (value.isArray() && node.items().isPresent()) {
            int index = 0;
            for (JsonNode item : value) {
                String below = (path.isEmpty() ? "" : path) + "[" + index++ + "]";
                visit(node.items().get(), item, correlation.element(node.schema(), item), below);
            }
        }
        if (value.isObject()) {
            members(node, value, correlation, path);
        }
    }

    private void members(RuleNode node, JsonNode value, Correlation correlation, String path) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            Correlation below = correlation.member(name, member.getValue());
            node.additional().ifPresent(n -> visit(n, member.getValue(), below, path + "[" + name + "]"));
            RuleNode property = node.properties().get(name);
            if (property != null) {
                visit(property, member.getValue(), below, join(path, name));
            }
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void rules(RuleNode node, JsonNode value, Correlation correlation, String path) {
        if (node.rules().isEmpty()) {
            return;
        }
        Place place = new Place(node, value, correlation, path.isEmpty() ? "<nil>" : path, path);
        Object self = Values.of(node.type(), value);
        JsonNode before = correlation.old();
        Optional<Object> oldSelf =
                before == null || before.isNull() ? Optional.empty() : Optional.of(Values.of(node.type(), before));
        for (CompiledRule rule : node.rules()) {
            boolean transition = rule.usesOldSelf();
            if (transition && oldSelf.isEmpty() && !rule.rule().optionalOldSelf()) {
                continue;
            }
            Map<String, Object> variables = new HashMap<>();
            variables.put(RuleEnvironment.SELF, self);
            if (rule.rule().optionalOldSelf()) {
                variables.put(RuleEnvironment.OLD_SELF, oldSelf);
            } else {
                oldSelf.ifPresent(o -> variables.put(RuleEnvironment.OLD_SELF, o));
            }
            evaluate(rule, place, variables);
            if (budget < 0) {
                return;
            }
        }
    }

    /** Where a rule is evaluated. */
    private record Place(RuleNode node, JsonNode value, Correlation correlation, String shown, String path) {
        String typeName() {
            return node.typeName();
        }
    }

    private void evaluate(CompiledRule rule, Place place, Map<String, Object> variables) {
        if (rule.problem().isPresent()) {
            invalid(place, "rule compile error: " + rule.problem().get());
            return;
        }
        if (rule.expression().isEmpty()) {
            return;
        }
        Evaluation evaluation = Evaluation.of(rule.expression().get(), variables);
        if (evaluation.cost() > budget) {
            invalid(place, OUT_OF_BUDGET);
            budget = -1;
            return;
        }
        budget -= evaluation.cost();
        switch (evaluation) {
            case Evaluation.Result result -> {
                if (!Boolean.TRUE.equals(result.value())) {
                    refuse(rule, place, variables);
                }
            }
            case Evaluation.Problem error -> invalid(place, worded(error.message(), rule.rule()));
            case Evaluation.TooExpensive ignored -> {
                invalid(
                        place,
                        "'operation cancelled: actual cost limit exceeded': no further validation rules will be run due"
                                + " to call cost exceeds limit for rule: "
                                + rule.rule().shown());
                budget = -1;
            }
        }
    }

    private static String worded(String message, Rule rule) {
        return message.startsWith("no such overload")
                ? "'" + message
                        + "': call arguments did not match a supported operator, function or macro signature for"
                        + " rule: " + rule.shown()
                : message + " evaluating rule: " + rule.shown();
    }

    private void refuse(CompiledRule rule, Place place, Map<String, Object> variables) {
        String field = rule.fieldPath().isEmpty() ? place.shown() : join(place.path(), rule.fieldPath());
        Optional<String> message = rule.message().flatMap(m -> message(m, rule, place, variables));
        if (budget < 0) {
            return;
        }
        Cause cause = Refusal.of(
                rule.rule(),
                place.node(),
                place.value(),
                field,
                message.orElse(rule.rule().refusal()));
        if (!rule.usesOldSelf() && place.correlation().unchanged()) {
            warnings.add(cause.field() + ": " + cause.message());
        } else {
            causes.add(cause);
        }
    }

    private Optional<String> message(
            Expression expression, CompiledRule rule, Place place, Map<String, Object> variables) {
        Evaluation evaluation = Evaluation.of(expression, variables);
        if (evaluation.cost() > budget) {
            invalid(
                    place,
                    "messageExpression evaluation failed due to running out of cost budget, no further validation rules"
                            + " will be run");
            budget = -1;
            return Optional.empty();
        }
        budget -= evaluation.cost();
        return switch (evaluation) {
            case Evaluation.Result result ->
                usable(String.valueOf(result.value()).strip());
            case Evaluation.Problem ignored -> Optional.empty();
            case Evaluation.TooExpensive ignored -> {
                invalid(
                        place,
                        "no further validation rules will be run due to call cost exceeds limit for messageExpression: \""
                                + rule.rule().messageExpression() + "\"");
                budget = -1;
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> usable(String message) {
        boolean usable = !message.isEmpty()
                && !message.contains("\n")
                && message.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= MAX_MESSAGE;
        return usable ? Optional.of(message) : Optional.empty();
    }

    private void invalid(Place place, String message) {
        causes.add(new Cause(
                "FieldValueInvalid", "Invalid value: \"" + place.typeName() + "\": " + message, place.shown()));
    }
}
