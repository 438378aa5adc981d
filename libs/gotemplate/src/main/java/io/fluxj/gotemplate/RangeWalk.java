package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.parse.Node;
import io.fluxj.gotemplate.parse.Node.Variable;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoIterator;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.MapOrder;
import io.fluxj.gotemplate.value.NoValue;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the elements of one {@code range}. */
final class RangeWalk {
    private final Walker walker;
    private final Frame frame;
    private final Node.Range range;
    private final List<Variable> variables;
    private int mark;
    private boolean broken;

    RangeWalk(Walker walker, Node.Range range) {
        this.walker = walker;
        this.frame = walker.frame();
        this.range = range;
        this.variables = range.pipe().variables();
    }

    Walker.End walk(@Nullable Object dot) {
        int before = frame.mark();
        Object value = walker.evaluator().pipeline(dot, range.pipe());
        mark = frame.mark();
        Walker.End end = Walker.End.NORMAL;
        if (!elements(value) && range.otherwise() != null) {
            end = walker.walk(dot, range.otherwise());
        }
        frame.pop(before);
        return end;
    }

    /** Whether there was any element. */
    private boolean elements(@Nullable Object value) {
        Kind kind = Values.kind(value);
        if (kind.isInteger()) {
            return integers(value);
        }
        if (value instanceof GoIterator iterator) {
            return iterator(iterator);
        }
        if (kind.isSequence()) {
            return sequence(Values.items(value), Values.type(value).elemOrAny());
        }
        if (kind == Kind.MAP) {
            return map(Values.entries(value), Values.type(value).elemOrAny());
        }
        if (kind == Kind.INVALID) {
            return false;
        }
        throw frame.failure("range can't iterate over " + Format.text(frame.scope(), value));
    }

    private boolean integers(@Nullable Object value) {
        if (variables.size() > 1) {
            throw frame.failure(
                    "can't use " + Format.text(frame.scope(), value) + " to iterate over more than one variable");
        }
        GoType type = Values.type(value);
        long count = Values.integer(value);
        boolean unsigned = type.kind().isUnsigned();
        boolean any = unsigned ? count != 0 : count > 0;
        for (long i = 0; !broken && (unsigned ? Long.compareUnsigned(i, count) : Long.compare(i, count)) < 0; i++) {
            iteration(NoValue.NO_VALUE, GoInt.of(type, i));
        }
        return any;
    }

    private boolean sequence(List<? extends @Nullable Object> items, GoType type) {
        int index = 0;
        for (Object item : items) {
            if (broken) {
                break;
            }
            iteration(GoInt.of(index++), Boxed.element(item, type));
        }
        return !items.isEmpty();
    }

    private boolean map(Map<?, ? extends @Nullable Object> map, GoType type) {
        List<Map.Entry<?, ? extends @Nullable Object>> entries = MapOrder.sorted(map);
        frame.scope().spend(entries.size());
        for (Map.Entry<?, ? extends @Nullable Object> entry : entries) {
            if (broken) {
                break;
            }
            iteration(entry.getKey(), Boxed.element(entry.getValue(), type));
        }
        return !entries.isEmpty();
    }

    private boolean iterator(GoIterator iterator) {
        if (variables.size() > 1 && !iterator.inPairs()) {
            throw frame.failure(
                    "can't use " + Format.text(frame.scope(), iterator) + " iterate over more than one variable");
        }
        boolean any = false;
        for (Map.Entry<Object, Object> pair : iterator.pairs()) {
            any = true;
            if (variables.size() > 1) {
                iteration(pair.getKey(), pair.getValue());
            } else {
                iteration(NoValue.NO_VALUE, pair.getKey());
            }
            if (broken) {
                break;
            }
        }
        return any;
    }

    private void iteration(@Nullable Object index, @Nullable Object element) {
        frame.scope().spend(1);
        if (range.pipe().assigns()) {
            assign(index, element);
        } else if (!variables.isEmpty()) {
            frame.setFromTop(1, element);
            if (variables.size() > 1) {
                frame.setFromTop(2, index);
            }
        }
        broken = walker.walk(element, range.body()) == Walker.End.BREAK;
        frame.pop(mark);
    }

    private void assign(@Nullable Object index, @Nullable Object element) {
        if (variables.size() > 1) {
            frame.set(variables.get(0).name(), index);
            frame.set(variables.get(1).name(), element);
        } else if (!variables.isEmpty()) {
            frame.set(variables.get(0).name(), element);
        }
    }
}
