package io.fluxj.kube.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may cost at worst, by the sizes that its types allow. Source: the cost model of CEL and of Kubernetes'
 * functions (1.36), by which the real server refuses rules.
 */
final class CostEstimate {
    private static final int LIST = 10;
    private static final int MAP = 30;
    private static final int STRUCT = 40;

    private final Expression expression;
    private final DeclaredType self;
    private final Map<Long, List<String>> paths = new HashMap<>();
    private final Map<Long, Range> sizes = new HashMap<>();
    private final Map<Long, Entry> entries = new HashMap<>();
    private final Map<String, Deque<Local>> locals = new HashMap<>();

    private CostEstimate(Expression expression, DeclaredType self) {
        this.expression = expression;
        this.self = self;
    }

    /** The sizes of the keys and values of a list or map. */
    private record Entry(boolean list, Range key, Range value) {
        Entry or(Entry other) {
            return new Entry(list, key.or(other.key), value.or(other.value));
        }
    }

    /** A variable of a macro. */
    private record Local(List<String> path, Optional<Range> size, Optional<Entry> entry) {}

    /** The cost at worst. */
    static double of(Expression expression, DeclaredType self) {
        CostEstimate estimate = new CostEstimate(expression, self);
        return estimate.cost(expression.tree().getExpr()).max();
    }

    private Range cost(CelExpr e) {
        return switch (e.getKind()) {
            case CONSTANT, NOT_SET -> Range.NOTHING;
            case IDENT -> {
                paths.put(
                        e.id(),
                        local(e.ident().name())
                                .map(Local::path)
                                .orElse(List.of(e.ident().name())));
                yield Range.exactly(1);
            }
            case SELECT -> select(e);
            case CALL -> call(e);
            case LIST -> list(e);
            case MAP -> map(e);
            case STRUCT -> {
                Range sum = Range.exactly(STRUCT);
                for (CelExpr.CelStruct.Entry entry : e.struct().entries()) {
                    sum = sum.plus(cost(entry.value()));
                }
                yield sum;
            }
            case COMPREHENSION -> comprehension(e);
        };
    }

    private Range select(CelExpr e) {
        CelExpr operand = e.select().operand();
        Range sum = cost(operand);
        if (e.select().testOnly()) {
            return sum;
        }
        CelKind kind = type(operand).kind();
        paths.put(e.id(), joined(path(operand), e.select().field()));
        return kind == CelKind.MAP || kind == CelKind.STRUCT || kind == CelKind.TYPE_PARAM
                ? sum.plus(Range.exactly(1))
                : sum;
    }

    private Range list(CelExpr e) {
        Range sum = Range.exactly(LIST);
        Range item = new Range(e.list().elements().isEmpty() ? 0 : Range.LARGEST, 0);
        for (CelExpr element : e.list().elements()) {
            sum = sum.plus(cost(element));
            item = item.or(size(element).orElse(Range.UNKNOWN));
        }
        entries.put(e.id(), new Entry(true, Range.exactly(1), item));
        return sum;
    }

    private Range map(CelExpr e) {
        Range sum = Range.exactly(MAP);
        double least = e.map().entries().isEmpty() ? 0 : Range.LARGEST;
        Range key = new Range(least, 0);
        Range value = new Range(least, 0);
        for (CelExpr.CelMap.Entry entry : e.map().entries()) {
            sum = sum.plus(cost(entry.key())).plus(cost(entry.value()));
            key = key.or(size(entry.key()).orElse(Range.UNKNOWN));
            value = value.or(size(entry.value()).orElse(Range.UNKNOWN));
        }
        entries.put(e.id(), new Entry(false, key, value));
        return sum;
    }

    private Range comprehension(CelExpr e) {
        CelExpr.CelComprehension c = e.comprehension();
        Range sum = cost(c.iterRange()).plus(cost(c.accuInit()));
        push(c.accuVar(), new Local(path(c.accuInit()), size(c.accuInit()), entry(c.accuInit())));
        Optional<Entry> entry = entry(c.iterRange());
        boolean list = entry.map(Entry::list).orElse(type(c.iterRange()).kind() == CelKind.LIST);
        List<String> range = path(c.iterRange());
        boolean two = !c.iterVar2().isEmpty();
        if (two) {
            push(
                    c.iterVar(),
                    new Local(joined(range, list ? "@indices" : "@keys"), entry.map(Entry::key), Optional.empty()));
            push(
                    c.iterVar2(),
                    new Local(joined(range, list ? "@items" : "@values"), entry.map(Entry::value), Optional.empty()));
        } else {
            push(
                    c.iterVar(),
                    new Local(
                            joined(range, list ? "@items" : "@keys"),
                            entry.map(list ? Entry::value : Entry::key),
                            Optional.empty()));
        }
        Range step = cost(c.loopCondition()).plus(cost(c.loopStep()));
        pop(c.iterVar());
        if (two) {
            pop(c.iterVar2());
        }
        sum = sum.plus(cost(c.result()));
        pop(c.accuVar());
        Range count = size(c.iterRange()).orElse(Range.UNKNOWN);
        switch (c.accuInit().getKind()) {
            case CONSTANT -> size(c.accuInit()).ifPresent(s -> sizes.put(e.id(), s));
            case LIST, MAP -> {
                sizes.put(e.id(), count);
                entry(c.loopStep()).ifPresent(s -> entries.put(e.id(), s));
            }
            default -> {}
        }
        return sum.plus(count.times(step));
    }

    private Range call(CelExpr e) {
        CelExpr.CelCall call = e.call();
        List<CelExpr> arguments = call.args();
        List<Range> costs = new ArrayList<>();
        arguments.forEach(a -> costs.add(cost(a)));
        if (call.function().equals("dyn")) {
            size(arguments.getFirst()).ifPresent(s -> sizes.put(e.id(), s));
            entry(arguments.getFirst()).ifPresent(s -> entries.put(e.id(), s));
            return costs.getFirst().plus(Range.exactly(1));
        }
        Range sum = call.target().map(this::cost).orElse(Range.NOTHING);
        List<String> overloads = expression
                .tree()
                .getReference(e.id())
                .map(r -> List.copyOf(r.overloadIds()))
                .orElse(List.of());
        if (overloads.isEmpty()) {
            return Range.NOTHING;
        }
        Range worst = new Range(Range.LARGEST, 0);
        Optional<Range> result = Optional.empty();
        for (String overload : overloads) {
            CallCosts.Estimate estimate = function(e, overload, costs);
            worst = worst.or(estimate.cost());
            Optional<Range> before = result;
            result = estimate.size().map(s -> before.map(s::or).orElse(s)).or(() -> before);
            if (overload.equals("index_list") || overload.equals("index_map")) {
                result = entry(arguments.getFirst()).map(Entry::value);
                paths.put(
                        e.id(),
                        joined(path(arguments.getFirst()), overload.equals("index_list") ? "@items" : "@values"));
            }
            result = result.or(() -> size(e));
        }
        result.ifPresent(s -> sizes.put(e.id(), s));
        return sum.plus(worst);
    }

    private CallCosts.Estimate function(CelExpr e, String overload, List<Range> costs) {
        List<CelExpr> arguments = e.call().args();
        if (overload.equals("logical_and") || overload.equals("logical_or")) {
            Range both = costs.get(0).plus(costs.get(1));
            return CallCosts.Estimate.of(new Range(costs.get(0).min(), both.max()));
        }
        if (overload.equals("conditional")) {
            CelExpr yes = arguments.get(1);
            CelExpr no = arguments.get(2);
            entry(yes).flatMap(y -> entry(no).map(y::or)).ifPresent(s -> entries.put(e.id(), s));
            Range size = size(yes).orElse(Range.UNKNOWN).or(size(no).orElse(Range.UNKNOWN));
            return new CallCosts.Estimate(costs.get(0).plus(costs.get(1).or(costs.get(2))), Optional.of(size));
        }
        if (e.call().function().equals("_+_") && arguments.size() == 2) {
            entry(arguments.get(0))
                    .flatMap(a -> entry(arguments.get(1)).map(a::or))
                    .ifPresent(s -> entries.put(e.id(), s));
        }
        List<CallCosts.Operand> operands = new ArrayList<>();
        e.call().target().ifPresent(t -> operands.add(operand(t)));
        arguments.forEach(a -> operands.add(operand(a)));
        CallCosts.Estimate own =
                CallCosts.of(e.call().function(), overload, e.call().target().isPresent(), operands);
        Range all = own.cost();
        for (Range cost : costs) {
            all = all.plus(cost);
        }
        return new CallCosts.Estimate(all, own.size());
    }

    private CallCosts.Operand operand(CelExpr e) {
        Optional<Range> element = declared(joined(path(e), "@items")).map(t -> new Range(0, t.maxElements()));
        return new CallCosts.Operand(type(e), size(e).orElse(Range.UNKNOWN), element, constant(e));
    }

    private static Optional<Long> constant(CelExpr e) {
        return e.getKind() == CelExpr.ExprKind.Kind.CONSTANT && e.constant().getKind() == CelConstant.Kind.INT64_VALUE
                ? Optional.of(e.constant().int64Value())
                : Optional.empty();
    }

    private CelType type(CelExpr e) {
        return expression.tree().getType(e.id()).orElse(dev.cel.common.types.SimpleType.DYN);
    }

    private Optional<Range> size(CelExpr e) {
        Range known = sizes.get(e.id());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Range> literal = literal(e);
        if (literal.isPresent()) {
            return literal;
        }
        Optional<DeclaredType> declared = declared(path(e));
        if (declared.isPresent()) {
            Range size = new Range(0, declared.get().maxElements());
            sizes.put(e.id(), size);
            return Optional.of(size);
        }
        if (scalar(type(e))) {
            return Optional.of(Range.exactly(1));
        }
        return e.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? local(e.ident().name()).flatMap(Local::size)
                : Optional.empty();
    }

    private static Optional<Range> literal(CelExpr e) {
        return switch (e.getKind()) {
            case CONSTANT ->
                Optional.of(Range.exactly(
                        switch (e.constant().getKind()) {
                            case STRING_VALUE ->
                                e.constant()
                                        .stringValue()
                                        .codePointCount(
                                                0, e.constant().stringValue().length());
                            case BYTES_VALUE -> e.constant().bytesValue().size();
                            default -> 1;
                        }));
            case LIST -> Optional.of(Range.exactly(e.list().elements().size()));
            case MAP -> Optional.of(Range.exactly(e.map().entries().size()));
            default -> Optional.empty();
        };
    }

    private static boolean scalar(CelType type) {
        return switch (type.kind()) {
            case BOOL, DOUBLE, DURATION, INT, TIMESTAMP, UINT -> true;
            default -> false;
        };
    }

    private Optional<Entry> entry(CelExpr e) {
        Entry known = entries.get(e.id());
        if (known != null) {
            return Optional.of(known);
        }
        return e.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? local(e.ident().name()).flatMap(Local::entry)
                : Optional.empty();
    }

    private List<String> path(CelExpr e) {
        if (e.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            Optional<Local> local = local(e.ident().name());
            if (local.isPresent()) {
                return local.get().path();
            }
        }
        return paths.getOrDefault(e.id(), List.of());
    }

    /** The type at the end of a path that starts at self or oldSelf. */
    private Optional<DeclaredType> declared(List<String> path) {
        if (path.isEmpty() || path.getFirst().startsWith("@") || path.getFirst().equals("__result__")) {
            return Optional.empty();
        }
        DeclaredType at = self;
        for (String step : path.subList(1, path.size())) {
            DeclaredType next = step(at, step);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private static @Nullable DeclaredType step(DeclaredType at, String step) {
        return switch (at) {
            case SequenceType sequence -> step.equals("@items") ? sequence.element() : null;
            case DictionaryType dictionary ->
                switch (step) {
                    case "@items", "@values" -> dictionary.element();
                    case "@keys" -> DictionaryType.KEY;
                    default -> null;
                };
            case ObjectType object -> object.fields().get(step);
            case ScalarType ignored -> null;
        };
    }

    private static List<String> joined(List<String> path, String step) {
        List<String> out = new ArrayList<>(path);
        out.add(step);
        return List.copyOf(out);
    }

    private Optional<Local> local(String name) {
        Deque<Local> stack = locals.get(name);
        return stack == null ? Optional.empty() : Optional.ofNullable(stack.peek());
    }

    private void push(String name, Local local) {
        locals.computeIfAbsent(name, n -> new ArrayDeque<>()).push(local);
    }

    private void pop(String name) {
        Deque<Local> stack = locals.get(name);
        if (stack != null) {
            stack.pop();
        }
    }
}
