package io.fluxj.kustomize.select;

import com.google.re2j.Pattern;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.select.LabelSelector.Operator;
import io.fluxj.kustomize.select.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Parses label selectors. */
final class SelectorParser {

    private static final String SYMBOLS = "=!(),><";
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    SelectorParser(String text) {
        this.text = text;
    }

    List<Requirement> parse() {
        tokenize();
        List<Requirement> requirements = new ArrayList<>();
        if (tokens.isEmpty()) {
            return requirements;
        }
        requirements.add(requirement());
        while (at < tokens.size()) {
            expect(",");
            requirements.add(requirement());
        }
        return requirements;
    }

    private void tokenize() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            if (SYMBOLS.indexOf(c) >= 0) {
                boolean two = (c == '=' || c == '!') && i + 1 < text.length() && text.charAt(i + 1) == '=';
                i += two ? 2 : 1;
            } else {
                while (i < text.length()
                        && SYMBOLS.indexOf(text.charAt(i)) < 0
                        && !Character.isWhitespace(text.charAt(i))) {
                    i++;
                }
            }
            tokens.add(text.substring(start, i));
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private Requirement requirement() {
        boolean absent = peek().equals("!");
        at += absent ? 1 : 0;
        String key = word("a label name");
        checkKey(key);
        if (absent || peek().isEmpty() || peek().equals(",")) {
            return new Requirement(key, absent ? Operator.ABSENT : Operator.EXISTS, Set.of());
        }
        String operator = peek();
        at++;
        return switch (operator) {
            case "=", "==" -> new Requirement(key, Operator.IN, Set.of(exactValue()));
            case "!=" -> new Requirement(key, Operator.NOT_IN, Set.of(exactValue()));
            case ">" -> new Requirement(key, Operator.GREATER, Set.of(number()));
            case "<" -> new Requirement(key, Operator.LESS, Set.of(number()));
            case "in" -> new Requirement(key, Operator.IN, values());
            case "notin" -> new Requirement(key, Operator.NOT_IN, values());
            default -> throw problem("'" + operator + "' is no operator");
        };
    }

    private String exactValue() {
        if (peek().isEmpty() || peek().equals(",")) {
            return "";
        }
        String value = word("a value");
        checkValue(value);
        return value;
    }

    private String number() {
        String value = word("a number");
        try {
            Long.parseLong(value);
            return value;
        } catch (NumberFormatException e) {
            throw problem("'" + value + "' is not a whole number");
        }
    }

    private Set<String> values() {
        expect("(");
        Set<String> values = new LinkedHashSet<>();
        while (!peek().equals(")")) {
            if (peek().equals(",")) {
                values.add("");
                at++;
                continue;
            }
            String value = word("a value");
            checkValue(value);
            values.add(value);
            if (peek().equals(",")) {
                at++;
                if (peek().equals(")")) {
                    values.add("");
                }
            }
        }
        at++;
        return values;
    }

    private String word(String wanted) {
        String token = peek();
        if (token.isEmpty() || SYMBOLS.indexOf(token.charAt(0)) >= 0) {
            throw problem("expected " + wanted + " but found " + (token.isEmpty() ? "the end" : "'" + token + "'"));
        }
        at++;
        return token;
    }

    private void expect(String symbol) {
        if (!peek().equals(symbol)) {
            throw problem("expected '" + symbol + "' but found " + (peek().isEmpty() ? "the end" : "'" + peek() + "'"));
        }
        at++;
    }

    private void checkKey(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        boolean goodPrefix = slash < 0
                || (slash <= LONGEST_PREFIX
                        && PREFIX.matcher(key.substring(0, slash)).matches());
        if (!goodPrefix || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw problem("'" + key + "' is not a valid label name");
        }
    }

    private void checkValue(String value) {
        if (value.length() > LONGEST_NAME || !NAME.matcher(value).matches()) {
            throw problem("'" + value + "' is not a valid label value");
        }
    }

    private BuildException problem(String what) {
        return BuildException.because("the selector '" + text + "' is malformed: " + what)
                .hint("write it as for kubectl -l, for example app=web,tier in (a,b)");
    }
}
