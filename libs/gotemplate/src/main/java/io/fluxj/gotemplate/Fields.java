package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.Node;
import io.fluxj.gotemplate.parse.Node.Operand;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.NilPointer;
import io.fluxj.gotemplate.value.NoValue;
import io.fluxj.gotemplate.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows names from a value: methods, fields of structs, keys of maps. */
final class Fields {
    private final Frame frame;
    private final Calls calls;

    Fields(Frame frame, Calls calls) {
        this.frame = frame;
        this.calls = calls;
    }

    /**
     * Where names are followed.
     *
     * @param words the operand and the arguments for a method at the end
     */
    record Access(@Nullable Object dot, Node node, List<Operand> words, Evaluator.Last last) {
        boolean hasArguments() {
            return words.size() > 1 || last.present();
        }

        Access withoutArguments() {
            return new Access(dot, node, List.of(), Evaluator.Last.NONE);
        }
    }

    @Nullable
    Object follow(Access access, @Nullable Object start, List<String> names) {
        Object value = start;
        Access between = names.size() > 1 ? access.withoutArguments() : access;
        for (int i = 0; i < names.size() - 1; i++) {
            value = field(between, names.get(i), value);
        }
        return field(access, names.getLast(), value);
    }

    private @Nullable Object field(Access access, String name, @Nullable Object receiver) {
        if (receiver == NoValue.NO_VALUE) {
            if (frame.scope().set().options().missingKey() == Options.MissingKey.ERROR) {
                throw frame.failure("nil data; no entry for key " + Quoting.quoted(name));
            }
            return NoValue.NO_VALUE;
        }
        Object value = Boxed.open(receiver);
        if (value == null || value instanceof NilPointer) {
            throw frame.failure("nil pointer evaluating " + Boxed.staticType(receiver) + "." + name);
        }
        if (value instanceof GoObject object) {
            Optional<GoFunction> method = object.method(name);
            if (method.isPresent()) {
                return calls.call(
                        access.dot(), new Calls.Call(name, method.get(), access.node(), access.words(), access.last()));
            }
        }
        return member(access, name, receiver, value);
    }

    private @Nullable Object member(Access access, String name, @Nullable Object boxed, Object receiver) {
        GoType type = Values.type(receiver);
        Kind kind = type.kind();
        if (kind == Kind.MAP && (type.key() == null || GoType.STRING.assignableTo(type.key()))) {
            if (access.hasArguments()) {
                throw frame.failure(name + " is not a method but has arguments");
            }
            return Boxed.element(entry(name, Values.entries(receiver), type), type.elemOrAny());
        }
        if ((kind == Kind.STRUCT || kind == Kind.PTR) && receiver instanceof GoObject object) {
            for (GoObject.Field field : object.fields()) {
                if (field.name().equals(name)) {
                    if (access.hasArguments()) {
                        throw frame.failure(name + " has arguments but cannot be invoked as function");
                    }
                    return field.value();
                }
            }
        }
        throw frame.failure("can't evaluate field " + name + " in type " + Boxed.staticType(boxed));
    }

    private @Nullable Object entry(String name, Map<?, ? extends @Nullable Object> map, GoType type) {
        Object value = map.get(name);
        if (value != null || map.containsKey(name)) {
            return value;
        }
        return switch (frame.scope().set().options().missingKey()) {
            case INVALID -> NoValue.NO_VALUE;
            case ZERO -> type.elemOrAny().zero();
            case ERROR -> throw frame.failure("map has no entry for key " + Quoting.quoted(name));
        };
    }
}
