package io.fluxj.kube.request;

import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Names;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Label selectors in the form of query parameters: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k,l>1}. */
public final class LabelSelector {
    private static final String OPERATORS = "in, notin, =, ==, !=, gt, lt";

    private final SelectorTokens tokens;

    private LabelSelector(SelectorTokens tokens) {
        this.tokens = tokens;
    }

    /** The test that a selector stands for; the empty one accepts everything. */
    public static Predicate<Map<String, String>> parse(String selector) {
        return new LabelSelector(SelectorTokens.of(selector)).all();
    }

    private Predicate<Map<String, String>> all() {
        Predicate<Map<String, String>> all = labels -> true;
        while (!tokens.peek().end()) {
            if (!tokens.peek().word() && !tokens.peek().is("!")) {
                throw found(tokens.peek(), ", expected: !, identifier, or 'end of string'");
            }
            all = all.and(requirement());
            SelectorTokens.Token next = tokens.take();
            if (next.end()) {
                return all;
            }
            if (!next.is(",")) {
                throw found(next, ", expected: ',' or 'end of string'");
            }
            if (!tokens.peek().word() && !tokens.peek().is("!")) {
                throw found(tokens.peek(), ", expected: identifier after ','");
            }
        }
        return all;
    }

    private static ApiError found(SelectorTokens.Token token, String expected) {
        return ApiError.badRequest("found '" + token.text() + "'" + expected);
    }

    private static ApiError wrong(String what) {
        return ApiError.badRequest("unable to parse requirement: " + what);
    }

    private static ApiError wrong(SelectorTokens.Token token, String expected) {
        return wrong("found '" + token.text() + "'" + expected);
    }

    private Predicate<Map<String, String>> requirement() {
        boolean absent = tokens.peek().is("!");
        if (absent) {
            tokens.take();
        }
        SelectorTokens.Token word = tokens.take();
        if (!word.word()) {
            throw wrong(word, ", expected: identifier");
        }
        String key = word.text();
        Names.qualifiedProblems(key).ifPresent(problem -> {
            throw wrong("<nil>: Invalid value: " + quoted(key) + ": " + problem);
        });
        if (absent) {
            return labels -> !labels.containsKey(key);
        }
        if (tokens.peek().end() || tokens.peek().is(",")) {
            return labels -> labels.containsKey(key);
        }
        return comparison(key, tokens.take());
    }

    private Predicate<Map<String, String>> comparison(String key, SelectorTokens.Token operator) {
        return switch (operator.text()) {
            case "in" -> {
                Set<String> values = values(key);
                yield labels -> labels.containsKey(key) && values.contains(labels.getOrDefault(key, ""));
            }
            case "notin" -> {
                Set<String> values = values(key);
                yield labels -> !labels.containsKey(key) || !values.contains(labels.getOrDefault(key, ""));
            }
            case "=", "==" -> {
                String value = value(key);
                yield labels -> value.equals(labels.get(key));
            }
            case "!=" -> {
                String value = value(key);
                yield labels -> !labels.containsKey(key) || !value.equals(labels.get(key));
            }
            case ">" -> {
                long bound = bound();
                yield labels -> number(labels.getOrDefault(key, ""), Long.MIN_VALUE) > bound;
            }
            case "<" -> {
                long bound = bound();
                yield labels -> number(labels.getOrDefault(key, ""), Long.MAX_VALUE) < bound;
            }
            default -> throw wrong(operator, ", expected: " + OPERATORS);
        };
    }

    /** One value, which may be empty. */
    private String single() {
        if (tokens.peek().end() || tokens.peek().is(",")) {
            return "";
        }
        SelectorTokens.Token token = tokens.take();
        if (!token.word()) {
            throw wrong(token, ", expected: identifier");
        }
        return token.text();
    }

    private String value(String key) {
        String value = single();
        checkValue(key, value, 0);
        return value;
    }

    private long bound() {
        String text = single();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong("values[0]: Invalid value: " + quoted(text)
                    + ": for 'Gt', 'Lt' operators, the value must be an integer");
        }
    }

    private Set<String> values(String key) {
        SelectorTokens.Token open = tokens.take();
        if (!open.is("(")) {
            throw wrong(open, " expected: '('");
        }
        Set<String> out = new TreeSet<>();
        if (!tokens.peek().word() && !tokens.peek().is(",") && !tokens.peek().is(")")) {
            throw wrong(tokens.peek(), ", expected: ',', ')' or identifier");
        }
        if (tokens.peek().is(")")) {
            tokens.take();
        } else {
            list(out);
        }
        int index = 0;
        for (String value : out) {
            checkValue(key, value, index++);
        }
        return out;
    }

    /** Between two commas, and between a comma and a bracket, is the empty value. */
    private void list(Set<String> out) {
        while (true) {
            out.add(tokens.peek().word() ? tokens.take().text() : "");
            SelectorTokens.Token next = tokens.take();
            if (next.is(")")) {
                return;
            }
            if (!next.is(",")) {
                throw wrong(next, ", expected: ',' or ')'");
            }
        }
    }

    private static void checkValue(String key, String value, int index) {
        Names.labelValue(value).ifPresent(problem -> {
            throw wrong("values[" + index + "][" + key + "]: Invalid value: " + quoted(value) + ": " + problem);
        });
    }

    private static String quoted(String text) {
        return Nodes.text(Nodes.FACTORY.textNode(text));
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
