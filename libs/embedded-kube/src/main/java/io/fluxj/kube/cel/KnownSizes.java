package io.fluxj.kube.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How large the values of an expression's parts may be: as written down, as their schema allows, or as found on the way. */
final class KnownSizes {
    private final Expression expression;
    private final DeclaredType self;
    private final Map<Long, List<String>> paths = new HashMap<>();
    private final Map<Long, Range> sizes = new HashMap<>();
    private final Map<Long, Entry> entries = new HashMap<>();
    private final Map<String, Deque<Local>> locals = new HashMap<>();

    KnownSizes(Expression expression, DeclaredType self) {
        this.expression = expression;
        this.self = self;
    }

    /** The sizes of the keys and values of a list or map. */
    record Entry(boolean list, Range key, Range value) {
        Entry or(Entry other) {
            return new Entry(list, key.or(other.key), value.or(other.value));
        }
    }

    /** A variable of a macro. */
    record Local(List<String> path, Optional<Range> size, Optional<Entry> entry) {}

    /** Remembers where a part's value comes from: the names and steps that lead to it. */
    void path(CelExpr e, List<String> path) {
        paths.put(e.id(), path);
    }

    void size(CelExpr e, Range size) {
        sizes.put(e.id(), size);
    }

    void entry(CelExpr e, Entry entry) {
        entries.put(e.id(), entry);
    }

    /** Remembers that a part is as large as another. */
    void same(CelExpr e, CelExpr other) {
        size(other).ifPresent(s -> size(e, s));
        entry(other).ifPresent(s -> entry(e, s));
    }

    /** Lets a name stand for the value of a part. */
    void bind(String name, CelExpr value) {
        push(name, new Local(path(value), size(value), entry(value)));
    }

    /** Lets the variables of a comprehension stand for the elements that it runs over. */
    void bindElements(CelExpr.CelComprehension c) {
        Optional<Entry> entry = entry(c.iterRange());
        boolean list = entry.map(Entry::list).orElse(type(c.iterRange()).kind() == CelKind.LIST);
        List<String> range = path(c.iterRange());
        Local keys = new Local(
                joined(range, list && !c.iterVar2().isEmpty() ? "@indices" : "@keys"),
                entry.map(Entry::key),
                Optional.empty());
        Local values = new Local(joined(range, list ? "@items" : "@values"), entry.map(Entry::value), Optional.empty());
        if (c.iterVar2().isEmpty()) {
            push(c.iterVar(), list ? values : keys);
        } else {
            push(c.iterVar(), keys);
            push(c.iterVar2(), values);
        }
    }

    CelType type(CelExpr e) {
        return expression.tree().getType(e.id()).orElse(SimpleType.DYN);
    }

    Optional<Range> size(CelExpr e) {
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

    Optional<Entry> entry(CelExpr e) {
        Entry known = entries.get(e.id());
        if (known != null) {
            return Optional.of(known);
        }
        return e.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? local(e.ident().name()).flatMap(Local::entry)
                : Optional.empty();
    }

    List<String> path(CelExpr e) {
        if (e.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            Optional<Local> local = local(e.ident().name());
            if (local.isPresent()) {
                return local.get().path();
            }
        }
        return paths.getOrDefault(e.id(), List.of());
    }

    /** The type at the end of a path. The real server does not look at its first step, so parts of what has no path are self's. */
    Optional<DeclaredType> declared(List<String> path) {
        if (path.isEmpty()) {
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

    static List<String> joined(List<String> path, String step) {
        List<String> out = new ArrayList<>(path);
        out.add(step);
        return List.copyOf(out);
    }

    Optional<Local> local(String name) {
        Deque<Local> stack = locals.get(name);
        return stack == null ? Optional.empty() : Optional.ofNullable(stack.peek());
    }

    void push(String name, Local local) {
        locals.computeIfAbsent(name, n -> new ArrayDeque<>()).push(local);
    }

    void pop(String name) {
        Deque<Local> stack = locals.get(name);
        if (stack != null) {
            stack.pop();
        }
    }
}
