package io.fluxj.substitution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fluxj.substitution.TemplatePart.Expression;
import io.fluxj.substitution.TemplatePart.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Computes the text of nodes. */
final class Evaluation {

    private final Map<String, String> variables;
    private final Mode mode;
    private final Budget budget = new Budget();

    Evaluation(Map<String, String> variables, Mode mode) {
        this.variables = variables;
        this.mode = mode;
    }

    String textOf(List<TemplatePart> nodes) throws SubstitutionException {
        var text = new StringBuilder();
        for (var node : nodes) {
            var part = textOf(node);
            Budget.requireSize((long) text.length() + part.length(), 0);
            text.append(part);
        }
        return text.toString();
    }

    private String textOf(TemplatePart node) throws SubstitutionException {
        return switch (node) {
            case Text text -> text.value();
            case Expression expression -> valueOf(expression);
        };
    }

    private String valueOf(Expression expression) throws SubstitutionException {
        var arguments = new ArrayList<String>();
        for (var argument : expression.arguments()) {
            arguments.add(textOf(argument));
        }
        var value = variables.get(expression.variable());
        if (value == null && mode == Mode.STRICT && expression.operation() != Operation.DEFAULT) {
            throw new SubstitutionException(
                    "variable not set (strict mode): \"" + expression.variable() + "\"", expression.offset());
        }
        budget.spend(value == null ? 1 : value.length() + 1L, expression.offset());
        return apply(expression, value == null ? "" : value, arguments);
    }

    private String apply(Expression expression, String value, List<String> arguments) throws SubstitutionException {
        return switch (expression.operation()) {
            case VALUE -> value;
            case LENGTH -> Integer.toString(value.getBytes(UTF_8).length);
            case UPPER_FIRST -> upper(first(value)) + rest(value);
            case UPPER -> upper(value);
            case LOWER_FIRST -> lower(first(value)) + rest(value);
            case LOWER -> lower(value);
            case SUBSTRING -> ByteText.substring(value, arguments, expression.offset());
            case SHORTEST_PREFIX -> trimming(expression, false).prefix(value, arguments.getFirst());
            case LONGEST_PREFIX -> trimming(expression, true).prefix(value, arguments.getFirst());
            case SHORTEST_SUFFIX -> trimming(expression, false).suffix(value, arguments.getFirst());
            case LONGEST_SUFFIX -> trimming(expression, true).suffix(value, arguments.getFirst());
            case DEFAULT -> value.isEmpty() ? String.join("", arguments) : value;
            case REPLACE_FIRST -> replaceFirst(value, arguments.getFirst(), replacement(arguments));
            case REPLACE_ALL -> replaceAll(expression, value, arguments);
            case REPLACE_PREFIX -> replacePrefix(value, arguments);
            case REPLACE_SUFFIX -> replaceSuffix(value, arguments);
        };
    }

    private Trimming trimming(Expression expression, boolean longest) {
        return new Trimming(budget, longest, expression.offset());
    }

    /** Nothing is found before, between and behind characters. */
    private static String replaceAll(Expression expression, String value, List<String> arguments)
            throws SubstitutionException {
        var old = arguments.getFirst();
        var replacement = replacement(arguments);
        long places = value.length() / Math.max(1, old.length()) + 1L;
        Budget.requireSize(value.length() + places * replacement.length(), expression.offset());
        return old.isEmpty() ? intoGaps(value, replacement) : value.replace(old, replacement);
    }

    private static String intoGaps(String value, String replacement) {
        var text = new StringBuilder(replacement);
        value.codePoints().forEach(c -> text.appendCodePoint(c).append(replacement));
        return text.toString();
    }

    /** Character by character, as Go does: ß has no single upper-case character and stays. */
    private static String upper(String value) {
        return value.codePoints()
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String lower(String value) {
        return value.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String first(String value) {
        return value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1));
    }

    private static String rest(String value) {
        return value.isEmpty() ? "" : value.substring(value.offsetByCodePoints(0, 1));
    }

    private static String replacement(List<String> arguments) {
        return arguments.size() < 2 ? "" : arguments.get(1);
    }

    private static String replaceFirst(String value, String old, String replacement) {
        int at = value.indexOf(old);
        return at < 0 ? value : value.substring(0, at) + replacement + value.substring(at + old.length());
    }

    private static String replacePrefix(String value, List<String> arguments) {
        var old = arguments.getFirst();
        return arguments.size() == 2 && value.startsWith(old)
                ? arguments.get(1) + value.substring(old.length())
                : value;
    }

    private static String replaceSuffix(String value, List<String> arguments) {
        var old = arguments.getFirst();
        return arguments.size() == 2 && value.endsWith(old)
                ? value.substring(0, value.length() - old.length()) + arguments.get(1)
                : value;
    }
}
