package io.fluxj.kube.cel;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import java.util.List;
import java.util.Optional;

/** What calls of single functions may cost at worst, without their arguments, and how large their results may be. */
final class CallCosts {
    private static final double PER_CHARACTER = 0.1;
    private static final double PER_PATTERN_CHARACTER = 0.25;
    private static final Range ADDRESS_BYTES = new Range(4, 16);
    private static final double LONGEST_FORMAT = 128;

    private CallCosts() {}

    /**
     * What is known of an argument; the target of a method is the first.
     *
     * @param type its type
     * @param size how large it may be
     * @param element how large its elements may be, when they have a schema
     * @param constant its value, when it is a number that is written down
     */
    record Operand(CelType type, Range size, Optional<Range> element, Optional<Long> constant) {}

    /** A cost and the size of what comes of it. */
    record Estimate(Range cost, Optional<Range> size) {
        static Estimate of(Range cost) {
            return new Estimate(cost, Optional.empty());
        }
    }

    static Estimate of(String function, String overload, boolean method, List<Operand> operands) {
        Range first = operands.isEmpty() ? Range.UNKNOWN : operands.getFirst().size();
        return switch (function) {
            case "slice", "lists.range", "reverse", "flatten", "distinct", "sort", SortBy.FUNCTION ->
                listMade(function, operands);
            case "sets.contains", "sets.intersects" -> Estimate.of(compared(operands, 1));
            case "sets.equivalent" -> Estimate.of(compared(operands, 2));
            case "isSorted", "sum", "max", "min" -> Estimate.of(each(operands.getFirst()));
            case "indexOf", "lastIndexOf" ->
                Estimate.of(
                        operands.getFirst().type() instanceof ListType
                                ? each(operands.getFirst())
                                : first.times(PER_CHARACTER));
            case "url", "lowerAscii", "upperAscii", "substring", "trim" ->
                new Estimate(first.times(PER_CHARACTER), Optional.of(first));
            case "replace" -> new Estimate(first.times(2 * PER_CHARACTER), Optional.of(replaced(operands)));
            case "split" -> new Estimate(first.times(2 * PER_CHARACTER), Optional.of(new Range(0, parts(operands))));
            case "join" -> joined(operands);
            case "find", "findAll" ->
                new Estimate(pattern(first, operands.get(1).size()), Optional.of(new Range(0, first.max())));
            case "ip" ->
                overload.equals("cidr_ip") ? Estimate.of(Range.exactly(1)) : Estimate.of(first.times(PER_CHARACTER));
            case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" ->
                Estimate.of(first.times(PER_CHARACTER));
            case "ip.isCanonical" -> Estimate.of(first.times(2 * PER_CHARACTER));
            case "containsIP", "containsCIDR" -> Estimate.of(contains(function, overload, operands));
            case "validate" ->
                Estimate.of(operands.get(1).size().times(PER_CHARACTER).times(LONGEST_FORMAT * PER_PATTERN_CHARACTER));
            default -> standard(overload, method, operands);
        };
    }

    private static Estimate standard(String overload, boolean method, List<Operand> operands) {
        return switch (overload) {
            case "string_format" -> Estimate.of(operands.getFirst().size().times(PER_CHARACTER));
            case "string_to_bytes" -> {
                Range size = operands.getFirst().size();
                yield new Estimate(
                        size.times(PER_CHARACTER), Optional.of(new Range(size.min(), Range.product(size.max(), 4))));
            }
            case "bytes_to_string" -> {
                Range size = operands.getFirst().size();
                yield new Estimate(size.times(PER_CHARACTER), Optional.of(new Range(size.min() / 4, size.max())));
            }
            case "strings_quote" -> {
                Range size = operands.getFirst().size();
                Range quoted = new Range(size.min() + 2, size.max() * 2 + 2);
                yield new Estimate(size.times(PER_CHARACTER), Optional.of(quoted));
            }
            case "starts_with_string", "ends_with_string" ->
                Estimate.of(operands.getLast().size().times(PER_CHARACTER));
            case "in_list" -> Estimate.of(operands.getLast().size());
            case "matches_string", "matches" ->
                method
                        ? Estimate.of(
                                pattern(operands.get(0).size(), operands.get(1).size()))
                        : Estimate.of(Range.exactly(1));
            case "contains_string" ->
                Estimate.of(operands.get(0)
                        .size()
                        .times(PER_CHARACTER)
                        .times(operands.get(1).size().times(PER_CHARACTER)));
            case "add_string", "add_bytes" -> {
                Range size = operands.get(0).size().plus(operands.get(1).size());
                yield new Estimate(size.times(PER_CHARACTER), Optional.of(size));
            }
            case "add_list" ->
                new Estimate(
                        Range.exactly(1),
                        Optional.of(operands.get(0).size().plus(operands.get(1).size())));
            default -> compares(overload, operands) ? Estimate.of(comparison(operands)) : Estimate.of(Range.exactly(1));
        };
    }

    private static Range compared(List<Operand> operands, double factor) {
        return operands.get(0)
                .size()
                .times(operands.get(1).size())
                .times(factor)
                .plus(Range.exactly(1));
    }

    /** Functions that make a new list pay for its elements, for the list itself and for the call. */
    private static Estimate listMade(String function, List<Operand> operands) {
        Range size = operands.getFirst().size();
        double factor = 1;
        switch (function) {
            case "slice" -> size = Range.exactly(length(operands.get(1), operands.get(2), size));
            case "lists.range" -> size = Range.exactly(number(operands.getFirst(), Range.LARGEST));
            case "flatten" -> factor = operands.size() > 1 ? number(operands.get(1), Range.LARGEST) : 1;
            case "distinct" -> {
                factor = 2;
                size = size.times(size);
            }
            case "sort", SortBy.FUNCTION -> {
                Operand by = operands.getLast();
                factor = by.type() instanceof ListType list && texts(list.elemType()) ? 2 + PER_CHARACTER : 2;
                size = by.size().times(by.size());
            }
            default -> {}
        }
        return new Estimate(size.times(factor).plus(Range.exactly(1 + CostEstimate.LIST)), Optional.of(size));
    }

    /** A slice whose end lies before its start counts as the largest. */
    private static double length(Operand start, Operand end, Range size) {
        double length = number(end, size.max()) - number(start, 0);
        return length < 0 ? Range.LARGEST : length;
    }

    private static double number(Operand operand, double otherwise) {
        return operand.constant().map(n -> Math.max(0, n.doubleValue())).orElse(otherwise);
    }

    private static boolean compares(String overload, List<Operand> operands) {
        return switch (overload) {
            case "equals", "not_equals" ->
                operands.getFirst().type().kind() != CelKind.OPAQUE
                        || operands.getFirst().type() instanceof OptionalType;
            case "less_string",
                    "less_equals_string",
                    "greater_string",
                    "greater_equals_string",
                    "less_bytes",
                    "less_equals_bytes",
                    "greater_bytes",
                    "greater_equals_bytes" -> true;
            default -> false;
        };
    }

    private static Range comparison(List<Operand> operands) {
        double smaller =
                Math.min(operands.get(0).size().max(), operands.get(1).size().max());
        return new Range(smaller > 0 ? 1 : 0, smaller).times(PER_CHARACTER);
    }

    private static Range each(Operand list) {
        Range cost = Range.exactly(1);
        if (list.type() instanceof ListType type && texts(type.elemType())) {
            cost = cost.plus(list.element().orElse(Range.UNKNOWN).times(PER_CHARACTER));
        }
        return list.size().times(cost);
    }

    private static boolean texts(CelType type) {
        return type.kind() == CelKind.STRING || type.kind() == CelKind.BYTES;
    }

    private static Range pattern(Range text, Range pattern) {
        return text.plus(Range.exactly(1)).times(PER_CHARACTER).times(pattern.times(PER_PATTERN_CHARACTER));
    }

    private static Estimate joined(List<Operand> operands) {
        Operand list = operands.getFirst();
        Range count = list.size();
        Range size = count.times(list.element().orElse(Range.UNKNOWN));
        if (operands.size() > 1) {
            Range separators = new Range(Math.max(0, count.min() - 1), Math.max(0, count.max() - 1));
            size = size.plus(operands.get(1).size().times(separators));
        }
        return new Estimate(size.times(PER_CHARACTER), Optional.of(size));
    }

    private static double parts(List<Operand> operands) {
        return operands.size() > 2
                ? operands.get(2)
                        .constant()
                        .map(Long::doubleValue)
                        .orElse(operands.getFirst().size().max())
                : operands.getFirst().size().max();
    }

    /** The most comes of the smallest parts replaced by the largest; nothing replaced surrounds every character. */
    private static Range replaced(List<Operand> operands) {
        Range text = operands.get(0).size();
        Range out = operands.get(1).size();
        Range in = operands.get(2).size();
        return new Range(
                replaced(text.min(), out.max(), in.min(), out.max() <= in.min()),
                replaced(text.max(), out.min(), in.max(), in.max() <= out.min()));
    }

    private static double replaced(double text, double out, double in, boolean asLong) {
        if (out == 0) {
            return Range.product(text + 1, in) + text;
        }
        return asLong ? text : Range.product(Math.ceil(text / out), in);
    }

    private static Range contains(String function, String overload, List<Operand> operands) {
        Range cost = ADDRESS_BYTES.plus(ADDRESS_BYTES).times(PER_CHARACTER);
        if (function.equals("containsCIDR")) {
            cost = cost.plus(ADDRESS_BYTES.times(PER_CHARACTER)).plus(Range.exactly(1));
        }
        return overload.endsWith("_string") ? cost.plus(operands.get(1).size().times(PER_CHARACTER)) : cost;
    }
}
