package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.value.GoComplex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a parsed template. Its text is that of the part as Go prints it in errors. */
public sealed interface Node {

    /** Index of its place in the text of the template. */
    int position();

    /** Part of a template's body. */
    sealed interface Statement extends Node {}

    /** What can stand in a command. */
    sealed interface Operand extends Node {}

    /** Number, text, truth value, nil or dot: what cannot be called. */
    sealed interface Literal extends Operand {}

    /** A body. */
    record ListNode(int position, List<Statement> statements) implements Node {
        public ListNode {
            statements = List.copyOf(statements);
        }

        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** Text to print as it is. */
    record Text(int position, String text) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** A pipeline whose value is printed, unless it declares variables. */
    record Action(int position, Pipe pipe) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** {@code if} and its {@code else}. */
    record If(
            int position,
            Pipe pipe,
            ListNode body,
            @Nullable ListNode otherwise) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** {@code with} and its {@code else}. */
    record With(
            int position,
            Pipe pipe,
            ListNode body,
            @Nullable ListNode otherwise) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** {@code range} and its {@code else}. */
    record Range(
            int position,
            Pipe pipe,
            ListNode body,
            @Nullable ListNode otherwise) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** {@code break}. */
    record Break(int position) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** {@code continue}. */
    record Continue(int position) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** Execution of another template. */
    record Template(int position, String name, @Nullable Pipe pipe) implements Statement {
        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /**
     * Commands, each of which gets the value of the one before it as its last argument.
     *
     * @param assigns whether the variables exist already
     */
    record Pipe(int position, boolean assigns, List<Variable> variables, List<Command> commands) implements Operand {
        public Pipe {
            variables = List.copyOf(variables);
            commands = List.copyOf(commands);
        }

        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** A word and its arguments. */
    record Command(int position, List<Operand> words) implements Node {
        public Command {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** Name of a function. */
    record Identifier(int position, String name) implements Operand {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A variable, {@code $} included in its name, and the fields to follow from it. */
    record Variable(int position, String name, List<String> fields) implements Operand {
        public Variable {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** Fields to follow from dot. */
    record Field(int position, List<String> fields) implements Operand {
        public Field {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** Fields to follow from any other operand. */
    record Chain(int position, Operand operand, List<String> fields) implements Operand {
        public Chain {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return NodeText.of(this);
        }
    }

    /** The cursor. */
    record Dot(int position) implements Literal {
        @Override
        public String toString() {
            return ".";
        }
    }

    /** {@code nil}. */
    record Nil(int position) implements Literal {
        @Override
        public String toString() {
            return "nil";
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(int position, boolean value) implements Literal {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A text in quotes. */
    record Str(int position, String quoted, String value) implements Literal {
        @Override
        public String toString() {
            return quoted;
        }
    }

    /**
     * A number, as every type that can hold it.
     *
     * @param unsigned its two's complement
     */
    record Numeral(
            int position,
            String text,
            @Nullable Long signed,
            @Nullable Long unsigned,
            @Nullable Double floating,
            @Nullable GoComplex complex)
            implements Literal {
        @Override
        public String toString() {
            return text;
        }
    }
}
