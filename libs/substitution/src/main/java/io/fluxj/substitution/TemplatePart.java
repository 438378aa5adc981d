package io.fluxj.substitution;

import java.util.List;

/** A part of a parsed template. */
sealed interface TemplatePart {

    /**
     * Text that stands for itself.
     *
     * @param value the text, its escapes undone
     */
    record Text(String value) implements TemplatePart {}

    /**
     * A {@code ${...}}.
     *
     * @param variable the variable's name
     * @param operation what is done with its value
     * @param arguments what stands behind the operator
     * @param offset where the expression begins in the template
     */
    record Expression(String variable, Operation operation, List<TemplatePart> arguments, int offset)
            implements TemplatePart {
        public Expression {
            arguments = List.copyOf(arguments);
        }
    }
}
