package io.fluxj.substitution;

import io.fluxj.substitution.TemplatePart.Expression;
import io.fluxj.substitution.TemplatePart.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A parsed text with {@code ${...}} expressions. Immutable; may be evaluated any number of times, by many threads. */
public final class Template {

    private final List<TemplatePart> nodes;

    private Template(List<TemplatePart> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @throws SubstitutionException if an expression cannot be read
     */
    public static Template parse(String text) throws SubstitutionException {
        return new Template(new TemplateParser(text).parse());
    }

    /**
     * Replaces every expression.
     *
     * @param variables name to value
     * @param mode what a variable that is not among them stands for
     * @return the text with every expression replaced by its value
     * @throws SubstitutionException if a variable is missing in strict mode, or an expression cannot be computed
     */
    public String evaluate(Map<String, String> variables, Mode mode) throws SubstitutionException {
        return new Evaluation(variables, mode).textOf(nodes);
    }

    /** {@return the names of all variables that the text refers to, whether set or not; callers key caches by them} */
    public Set<String> variables() {
        var names = new TreeSet<String>();
        collect(nodes, names);
        return names;
    }

    private static void collect(List<TemplatePart> nodes, Set<String> names) {
        for (var node : nodes) {
            switch (node) {
                case Text _ -> {}
                case Expression expression -> {
                    names.add(expression.variable());
                    collect(expression.arguments(), names);
                }
            }
        }
    }
}
