package io.fluxj.substitution;

import io.fluxj.substitution.TemplatePart.Expression;
import io.fluxj.substitution.TemplatePart.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads a template. The grammar, with its oddities, is that of behaviour §2.4 and the substitution corpus. */
final class TemplateParser {

    private static final String OPENING = "${";
    private static final int MAX_NESTING = 200;

    private final Cursor cursor;
    private int nesting;

    TemplateParser(String template) {
        cursor = new Cursor(template);
    }

    List<TemplatePart> parse() throws SubstitutionException {
        var nodes = new ArrayList<TemplatePart>();
        while (!cursor.atEnd()) {
            nodes.add(cursor.accept(OPENING) ? expression() : plainText());
        }
        return nodes;
    }

    /** Outside of expressions a pair of dollars stands for one, whatever follows. */
    private Text plainText() {
        var text = new StringBuilder();
        while (!cursor.atEnd()) {
            if (cursor.accept("$$")) {
                text.append('$');
            } else if (cursor.startsWith(OPENING)) {
                break;
            } else {
                text.appendCodePoint(cursor.take());
            }
        }
        return new Text(text.toString());
    }

    private Expression expression() throws SubstitutionException {
        int start = cursor.offset() - OPENING.length();
        if (++nesting > MAX_NESTING) {
            throw new SubstitutionException("expressions are nested too deeply", start);
        }
        var expression = cursor.accept("#") ? length(start) : operation(name("unable to parse variable name"), start);
        nesting--;
        return expression;
    }

    private Expression length(int start) throws SubstitutionException {
        return closed(new Expression(name("bad substitution"), Operation.LENGTH, List.of(), start));
    }

    private String name(String failure) throws SubstitutionException {
        var name = cursor.takeWhile(c -> Character.isLetterOrDigit(c) || c == '_');
        if (name.isEmpty()) {
            throw failure(failure);
        }
        return name;
    }

    private Expression operation(String name, int start) throws SubstitutionException {
        return switch (cursor.peek()) {
            case ':' -> startsDefault() ? defaulted(name, start) : substring(name, start);
            case '=' -> defaulted(name, start);
            case '^', ',' -> cased(name, start);
            case '#', '%' -> trimmed(name, start);
            case '/' -> replaced(name, start);
            default -> closed(new Expression(name, Operation.VALUE, List.of(), start), "missing closing brace");
        };
    }

    private boolean startsDefault() {
        return cursor.startsWith(":=") || cursor.startsWith(":-") || cursor.startsWith(":+") || cursor.startsWith(":?");
    }

    private Expression defaulted(String name, int start) throws SubstitutionException {
        if (cursor.take() == ':') {
            cursor.take();
        }
        var arguments = new ArrayList<TemplatePart>();
        while (cursor.peek() != '}') {
            arguments.add(argument(c -> c != '}'));
        }
        return closed(new Expression(name, Operation.DEFAULT, arguments, start));
    }

    private Expression substring(String name, int start) throws SubstitutionException {
        cursor.take();
        if (cursor.peek() > 0x7F) {
            // Flux loses its place there.
            throw failure("bad substitution");
        }
        var arguments = new ArrayList<TemplatePart>();
        arguments.add(argument(c -> c != ':' && c != '}'));
        if (!cursor.takeWhile(c -> c == ':').isEmpty()) {
            arguments.add(argument(c -> c != '}'));
        } else if (cursor.peek() != '}') {
            throw failure("bad substitution");
        }
        return closed(new Expression(name, Operation.SUBSTRING, arguments, start));
    }

    private Expression cased(String name, int start) throws SubstitutionException {
        boolean upper = cursor.take() == '^';
        boolean all = cursor.peek() == '^' || cursor.peek() == ',';
        if (all) {
            boolean same = (cursor.take() == '^') == upper;
            if (!same) {
                return closed(new Expression(name, Operation.VALUE, List.of(), start));
            }
        }
        var operation = upper
                ? (all ? Operation.UPPER : Operation.UPPER_FIRST)
                : (all ? Operation.LOWER : Operation.LOWER_FIRST);
        return closed(new Expression(name, operation, List.of(), start));
    }

    private Expression trimmed(String name, int start) throws SubstitutionException {
        boolean prefix = cursor.take() == '#';
        boolean longest = cursor.accept(prefix ? "#" : "%");
        var operation = prefix
                ? (longest ? Operation.LONGEST_PREFIX : Operation.SHORTEST_PREFIX)
                : (longest ? Operation.LONGEST_SUFFIX : Operation.SHORTEST_SUFFIX);
        return closed(new Expression(name, operation, List.of(argument(c -> c != '}')), start));
    }

    private Expression replaced(String name, int start) throws SubstitutionException {
        cursor.take();
        var operation = cursor.accept("/")
                ? Operation.REPLACE_ALL
                : cursor.accept("#")
                        ? Operation.REPLACE_PREFIX
                        : cursor.accept("%") ? Operation.REPLACE_SUFFIX : Operation.REPLACE_FIRST;
        var arguments = new ArrayList<TemplatePart>();
        arguments.add(escapedArgument('/'));
        if (cursor.takeWhile(c -> c == '/').isEmpty()) {
            throw failure("bad substitution");
        }
        if (cursor.peek() != '}') {
            arguments.add(escapedArgument('}'));
        }
        return closed(new Expression(name, operation, arguments, start));
    }

    /** One argument: an expression, or text as long as its characters are wanted and no expression begins. */
    private TemplatePart argument(IntPredicate wanted) throws SubstitutionException {
        if (cursor.accept(OPENING)) {
            return expression();
        }
        var text = new StringBuilder();
        while (!cursor.atEnd() && wanted.test(cursor.peek()) && !cursor.startsWith(OPENING)) {
            text.appendCodePoint(cursor.take());
        }
        return text(text);
    }

    /** As {@link #argument}, with {@code \/}, {@code \\} and {@code $$} for a slash, a backslash and a dollar. */
    private TemplatePart escapedArgument(char end) throws SubstitutionException {
        if (cursor.accept(OPENING)) {
            return expression();
        }
        var text = new StringBuilder();
        while (!cursor.atEnd()) {
            if (cursor.startsWith("$$") || cursor.startsWith("\\/") || cursor.startsWith("\\\\")) {
                cursor.take();
                text.appendCodePoint(cursor.take());
            } else if (cursor.peek() == end || cursor.startsWith(OPENING)) {
                break;
            } else {
                text.appendCodePoint(cursor.take());
            }
        }
        return text(text);
    }

    private Text text(StringBuilder text) throws SubstitutionException {
        if (text.isEmpty()) {
            throw failure("unable to parse substitution within function");
        }
        return new Text(text.toString());
    }

    private Expression closed(Expression expression) throws SubstitutionException {
        return closed(expression, "bad substitution");
    }

    private Expression closed(Expression expression, String failure) throws SubstitutionException {
        if (!cursor.accept("}")) {
            throw failure(failure);
        }
        return expression;
    }

    private SubstitutionException failure(String message) {
        return new SubstitutionException(message, cursor.offset());
    }
}
