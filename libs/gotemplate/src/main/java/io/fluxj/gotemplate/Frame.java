package io.fluxj.gotemplate;

import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.parse.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One template that is being executed: its variables, and the place where it is. */
final class Frame {
    private final Execution.Scope scope;
    private final Definition definition;
    private final List<Variable> variables = new ArrayList<>();
    private Node place;

    Frame(Execution.Scope scope, Definition definition) {
        this.scope = scope;
        this.definition = definition;
        this.place = definition.body();
    }

    private static final class Variable {
        private final String name;
        private @Nullable Object value;

        Variable(String name, @Nullable Object value) {
            this.name = name;
            this.value = value;
        }
    }

    Execution.Scope scope() {
        return scope;
    }

    Definition definition() {
        return definition;
    }

    void at(Node node) {
        place = node;
    }

    ExecException failure(String problem) {
        return failure(problem, null);
    }

    ExecException failure(String problem, @Nullable Throwable cause) {
        Definition.Place where = definition.source().place(place.position());
        return ExecException.at(new ExecException.Failure(where, definition.name(), place.toString(), problem), cause);
    }

    int mark() {
        return variables.size();
    }

    void pop(int mark) {
        while (variables.size() > mark) {
            variables.removeLast();
        }
    }

    void push(String name, @Nullable Object value) {
        variables.add(new Variable(name, value));
    }

    /** Sets the variable that was declared last of those with this name. */
    void set(String name, @Nullable Object value) {
        find(name).value = value;
    }

    /** Sets the variable that was declared {@code distance} ago. */
    void setFromTop(int distance, @Nullable Object value) {
        variables.get(variables.size() - distance).value = value;
    }

    @Nullable
    Object get(String name) {
        return find(name).value;
    }

    private Variable find(String name) {
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name.equals(name)) {
                return variables.get(i);
            }
        }
        throw failure("undefined variable: " + name);
    }
}
