package io.fluxj.kube.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what an evaluation costs, in the units of the real server, and ends it when it costs too much. Source: the cost model
 * of Kubernetes' CEL rules (1.36).
 */
final class EvaluationCost implements CelEvaluationListener {
    /** The most that one rule may cost. */
    static final int PER_RULE = 1_000_000;

    private static final double PER_CHARACTER = 0.1;
    private static final double PER_PATTERN_CHARACTER = 0.25;
    private static final int LIST = 10;
    private static final int MAP = 30;
    private static final int STRUCT = 40;

    private final Map<Long, Object> results = new HashMap<>();
    private long cost;

    /** Ends an evaluation that costs too much. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("operation cancelled: actual cost limit exceeded", null, false, false);
        }
    }

    long cost() {
        return cost;
    }

    @Override
    public void callback(CelExpr expression, Object result) {
        cost += switch (expression.getKind()) {
            case IDENT -> 1;
            case SELECT -> expression.select().testOnly() ? 0 : 1;
            case CALL -> call(expression.call(), result);
            case LIST -> LIST;
            case MAP -> MAP;
            case STRUCT -> STRUCT;
            case CONSTANT, COMPREHENSION, NOT_SET -> 0;
        };
        results.put(expression.id(), result);
        if (cost > PER_RULE) {
            throw new Exceeded();
        }
    }

    private long call(CelExpr.CelCall call, Object result) {
        List<Object> arguments = arguments(call.target(), call.args());
        return switch (call.function()) {
            case "_&&_", "_||_", "_?_:_" -> 0;
            case "startsWith",
                    "endsWith",
                    "strings.quote",
                    "format",
                    "bytes",
                    "url",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "cidr",
                    "ip",
                    "isIP",
                    "isCIDR",
                    "quantity",
                    "isQuantity",
                    "semver",
                    "isSemver" -> characters(size(arguments, 0));
            case "string" -> isText(arguments, 0) ? characters(size(arguments, 0)) : 1;
            case "replace", "split", "ip.isCanonical" -> characters(2 * size(arguments, 0));
            case "join" -> characters(2 * size(result));
            case "slice", "lists.range", "reverse" -> 1 + LIST + size(result);
            case "flatten" -> 1 + LIST + size(arguments, 0) * (arguments.size() > 1 ? depth(arguments.get(1)) : 1);
            case "distinct", "sort" -> selfComparison(arguments, 0);
            case SortBy.FUNCTION -> selfComparison(arguments, 1);
            case "sets.contains", "sets.intersects" -> 1 + size(arguments, 0) * size(arguments, 1);
            case "sets.equivalent" -> 1 + 2 * size(arguments, 0) * size(arguments, 1);
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" -> traversal(arguments);
            case "@in" -> arguments.size() > 1 && arguments.get(1) instanceof Collection ? size(arguments, 1) : 1;
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" ->
                Math.max(1, characters(Math.min(size(arguments, 0), size(arguments, 1))));
            case "_+_" -> isText(arguments, 0) ? characters(size(arguments, 0) + size(arguments, 1)) : 1;
            case "matches", "find", "findAll" ->
                characters(1 + size(arguments, 0)) * ceil(size(arguments, 1) * PER_PATTERN_CHARACTER);
            case "contains" -> characters(size(arguments, 0)) * characters(size(arguments, 1));
            default -> 1;
        };
    }

    private List<Object> arguments(Optional<CelExpr> target, ImmutableList<CelExpr> rest) {
        List<Object> out = new ArrayList<>(rest.size() + 1);
        target.ifPresent(t -> out.add(results.getOrDefault(t.id(), "")));
        rest.forEach(argument -> out.add(results.getOrDefault(argument.id(), "")));
        return out;
    }

    private static long depth(Object depth) {
        return depth instanceof Long levels ? levels : 1;
    }

    private static long selfComparison(List<Object> arguments, int index) {
        long size = size(arguments, index);
        boolean texts = index < arguments.size()
                && arguments.get(index) instanceof List<?> list
                && !list.isEmpty()
                && list.getFirst() instanceof String;
        return 1 + LIST + (long) (size * size * (texts ? 2 + PER_CHARACTER : 2));
    }

    private static long traversal(List<Object> arguments) {
        long cost = 0;
        if (!arguments.isEmpty() && arguments.getFirst() instanceof Collection<?> list) {
            for (Object item : list) {
                cost += item instanceof String text ? (long) (text.length() * PER_CHARACTER) : 1;
            }
        }
        return cost;
    }

    private static boolean isText(List<Object> arguments, int index) {
        return index < arguments.size()
                && (arguments.get(index) instanceof String || arguments.get(index) instanceof CelByteString);
    }

    private static long size(List<Object> arguments, int index) {
        return index < arguments.size() ? size(arguments.get(index)) : 1;
    }

    private static long size(Object value) {
        return switch (value) {
            case String text -> text.length();
            case CelByteString bytes -> bytes.size();
            case Collection<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            default -> 1;
        };
    }

    private static long characters(long size) {
        return ceil(size * PER_CHARACTER);
    }

    private static long ceil(double cost) {
        return (long) Math.ceil(cost);
    }
}
