package io.fluxj.kube.cel;

import static io.fluxj.kube.cel.KnownSizes.joined;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import io.fluxj.kube.cel.KnownSizes.Entry;
import io.fluxj.kube.cel.KnownSizes.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an expression may cost at worst, by the sizes that its types allow. Source: the cost model of CEL and of Kubernetes'
 * functions (1.36), by which the real server refuses rules.
 */
final class CostEstimate {
    static final int LIST = 10;
    private static final int MAP = 30;
    private static final int STRUCT = 40;

    private final Expression expression;
    private final KnownSizes known;

    private CostEstimate(Expression expression, DeclaredType self) {
        this.expression = expression;
        this.known = new KnownSizes(expression, self);
    }

    /** The cost at worst. */
    static double of(Expression expression, DeclaredType self) {
        CostEstimate estimate = new CostEstimate(expression, self);
        return estimate.cost(expression.tree().getExpr()).max();
    }

    private Range cost(CelExpr e) {
        return switch (e.getKind()) {
            case CONSTANT, NOT_SET -> Range.NOTHING;
            case IDENT -> {
                known.path(
                        e,
                        known.local(e.ident().name())
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
        CelKind kind = known.type(operand).kind();
        known.path(e, joined(known.path(operand), e.select().field()));
        return kind == CelKind.MAP || kind == CelKind.STRUCT || kind == CelKind.TYPE_PARAM
                ? sum.plus(Range.exactly(1))
                : sum;
    }

    private Range list(CelExpr e) {
        Range sum = Range.exactly(LIST);
        Range item = new Range(e.list().elements().isEmpty() ? 0 : Range.LARGEST, 0);
        for (CelExpr element : e.list().elements()) {
            sum = sum.plus(cost(element));
            item = item.or(known.size(element).orElse(Range.UNKNOWN));
        }
        known.entry(e, new Entry(true, Range.exactly(1), item));
        return sum;
    }

    private Range map(CelExpr e) {
        Range sum = Range.exactly(MAP);
        double least = e.map().entries().isEmpty() ? 0 : Range.LARGEST;
        Range key = new Range(least, 0);
        Range value = new Range(least, 0);
        for (CelExpr.CelMap.Entry entry : e.map().entries()) {
            sum = sum.plus(cost(entry.key())).plus(cost(entry.value()));
            key = key.or(known.size(entry.key()).orElse(Range.UNKNOWN));
            value = value.or(known.size(entry.value()).orElse(Range.UNKNOWN));
        }
        known.entry(e, new Entry(false, key, value));
        return sum;
    }

    private Range comprehension(CelExpr e) {
        CelExpr.CelComprehension c = e.comprehension();
        Range sum = cost(c.iterRange()).plus(cost(c.accuInit()));
        known.bind(c.accuVar(), c.accuInit());
        if (binds(c)) {
            sum = sum.plus(cost(c.result()));
            known.pop(c.accuVar());
            known.same(e, c.result());
            return sum;
        }
        known.bindElements(c);
        Range step = cost(c.loopCondition()).plus(cost(c.loopStep()));
        known.pop(c.iterVar());
        known.pop(c.iterVar2());
        sum = sum.plus(cost(c.result()));
        known.pop(c.accuVar());
        Range count = known.size(c.iterRange()).orElse(Range.UNKNOWN);
        switch (c.accuInit().getKind()) {
            case CONSTANT -> known.size(c.accuInit()).ifPresent(s -> known.size(e, s));
            case LIST, MAP -> {
                known.size(e, count);
                known.entry(c.loopStep()).ifPresent(s -> known.entry(e, s));
            }
            default -> {}
        }
        return sum.plus(count.times(step));
    }

    /** Whether a comprehension only gives a name to a value. */
    private static boolean binds(CelExpr.CelComprehension c) {
        return c.iterRange().getKind() == CelExpr.ExprKind.Kind.LIST
                && c.iterRange().list().elements().isEmpty()
                && c.loopCondition().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
    }

    private Range call(CelExpr e) {
        CelExpr.CelCall call = e.call();
        List<CelExpr> arguments = call.args();
        List<Range> costs = new ArrayList<>();
        arguments.forEach(a -> costs.add(cost(a)));
        if (call.function().equals("dyn")) {
            known.same(e, arguments.getFirst());
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
                result = known.entry(arguments.getFirst()).map(Entry::value);
                known.path(
                        e,
                        joined(known.path(arguments.getFirst()), overload.equals("index_list") ? "@items" : "@values"));
            }
            result = result.or(() -> known.size(e));
        }
        result.ifPresent(s -> known.size(e, s));
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
            known.entry(yes).flatMap(y -> known.entry(no).map(y::or)).ifPresent(s -> known.entry(e, s));
            Range size = known.size(yes).orElse(Range.UNKNOWN).or(known.size(no).orElse(Range.UNKNOWN));
            return new CallCosts.Estimate(costs.get(0).plus(costs.get(1).or(costs.get(2))), Optional.of(size));
        }
        if (e.call().function().equals("_+_") && arguments.size() == 2) {
            known.entry(arguments.get(0))
                    .flatMap(a -> known.entry(arguments.get(1)).map(a::or))
                    .ifPresent(s -> known.entry(e, s));
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
        List<String> path = known.path(e);
        Optional<Range> element = path.isEmpty()
                ? Optional.empty()
                : known.declared(joined(path, "@items")).map(t -> new Range(0, t.maxElements()));
        return new CallCosts.Operand(known.type(e), known.size(e).orElse(Range.UNKNOWN), element, constant(e));
    }

    private static Optional<Long> constant(CelExpr e) {
        return e.getKind() == CelExpr.ExprKind.Kind.CONSTANT && e.constant().getKind() == CelConstant.Kind.INT64_VALUE
                ? Optional.of(e.constant().int64Value())
                : Optional.empty();
    }
}
