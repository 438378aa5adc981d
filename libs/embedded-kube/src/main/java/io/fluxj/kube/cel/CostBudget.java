package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rules of one definition may cost, each and together. Source: the limits of Kubernetes' server (1.36). */
final class CostBudget {
    private static final double PER_RULE = 10_000_000;
    private static final double PER_DEFINITION = 100_000_000;
    private static final int SHOWN = 4;

    private final List<Share> shares = new ArrayList<>();
    private double total;

    /** A rule's part in the whole. */
    private record Share(String path, double cost) {}

    /** What is wrong with a rule's cost, where its value may be there so many times. */
    Optional<Cause> rule(Expression rule, DeclaredType self, Optional<Double> times, String path) {
        long most = Declarations.MAX_REQUEST / (self.minBytes() + 1);
        double often = times.orElse((double) most);
        double cost = Range.product(CostEstimate.of(rule, self), often);
        observe(path, cost);
        return over(cost, PER_RULE, "estimated rule cost", path);
    }

    Optional<Cause> message(Expression message, DeclaredType self, String path) {
        double cost = CostEstimate.of(message, self);
        observe(path, cost);
        return over(cost, PER_RULE, "estimated messageExpression cost", path);
    }

    /** What is wrong with the costs of all. */
    List<Cause> total(String path) {
        List<Cause> out = new ArrayList<>();
        over(
                        total,
                        PER_DEFINITION,
                        "x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema",
                        path)
                .ifPresent(cause -> {
                    shares.stream()
                            .sorted(Comparator.comparingDouble(Share::cost).reversed())
                            .limit(SHOWN)
                            .map(s -> forbidden(
                                    "contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3"
                                            + " schema",
                                    s.path()))
                            .forEach(out::add);
                    out.add(cause);
                });
        return out;
    }

    /** How many values there may be below a value of the schema; empty when nothing bounds them. */
    static Optional<Double> most(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "object" -> schema.has("additionalProperties") ? bound(schema, "maxProperties") : Optional.of(1.0);
            case "array" -> bound(schema, "maxItems");
            default -> Optional.of(1.0);
        };
    }

    private static Optional<Double> bound(JsonNode schema, String keyword) {
        return schema.has(keyword)
                ? Optional.of(Math.max(0, schema.path(keyword).asDouble()))
                : Optional.empty();
    }

    private void observe(String path, double cost) {
        total = Math.min(Range.LARGEST, total + cost);
        if (cost >= PER_DEFINITION / 100) {
            shares.add(new Share(path, cost));
        }
    }

    private static Optional<Cause> over(double cost, double limit, String what, String path) {
        return cost > limit
                ? Optional.of(forbidden(
                        what + " exceeds budget by factor of " + factor(cost / limit)
                                + " (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where"
                                + " arrays, maps, and strings are declared)",
                        path))
                : Optional.empty();
    }

    private static String factor(double factor) {
        if (factor > 100) {
            return "more than 100x";
        }
        return String.format(Locale.ROOT, factor < 1.5 ? "%fx" : "%.1fx", factor);
    }

    private static Cause forbidden(String why, String path) {
        return new Cause("FieldValueForbidden", "Forbidden: " + why, path);
    }
}
