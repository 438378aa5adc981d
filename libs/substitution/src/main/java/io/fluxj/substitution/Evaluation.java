package io.fluxj.substitution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fluxj.substitution.Node.Expression;
import io.fluxj.substitution.Node.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Computes the text of nodes. */
final class Evaluation {

    /** Output beyond this is an attack: nested defaults double with every level. */
    private static final int MAX_OUTPUT = 64 << 20;

    private final Map<String, String> variables;
    private final Mode mode;

    Evaluation(Map<String, String> variables, Mode mode) {
        this.variables = variables;
        this.mode = mode;
    }

    String textOf(List<Node> nodes) throws SubstitutionException {
        var text = new StringBuilder();
        for (var node : nodes) {
            text.append(textOf(node));
            if (text.length() > MAX_OUTPUT) {
                throw new SubstitutionException("the substituted text exceeds " + MAX_OUTPUT + " characters", 0);
            }
        }
        return text.toString();
    }

    private String textOf(Node node) throws SubstitutionException {
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
        return apply(expression, value == null ? "" : value, arguments);
    }

    private static String apply(Expression expression, String value, List<String> arguments)
            throws SubstitutionException {
        return switch (expression.operation()) {
            case VALUE -> value;
            case LENGTH -> Integer.toString(value.getBytes(UTF_8).length);
            case UPPER_FIRST -> upper(first(value)) + rest(value);
            case UPPER -> upper(value);
            case LOWER_FIRST -> lower(first(value)) + rest(value);
            case LOWER -> lower(value);
            case SUBSTRING -> ByteText.substring(value, arguments, expression.offset());
            case SHORTEST_PREFIX -> Trimming.prefix(value, arguments.getFirst(), false, expression.offset());
            case LONGEST_PREFIX -> Trimming.prefix(value, arguments.getFirst(), true, expression.offset());
            case SHORTEST_SUFFIX -> Trimming.suffix(value, arguments.getFirst(), false, expression.offset());
            case LONGEST_SUFFIX -> Trimming.suffix(value, arguments.getFirst(), true, expression.offset());
            case DEFAULT -> value.isEmpty() ? String.join("", arguments) : value;
            case REPLACE_FIRST -> replaceFirst(value, arguments.getFirst(), replacement(arguments));
            case REPLACE_ALL -> value.replace(arguments.getFirst(), replacement(arguments));
            case REPLACE_PREFIX -> replacePrefix(value, arguments);
            case REPLACE_SUFFIX -> replaceSuffix(value, arguments);
        };
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
