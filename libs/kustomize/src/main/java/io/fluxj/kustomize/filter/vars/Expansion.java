package io.fluxj.kustomize.filter.vars;

import java.util.Map;
import java.util.Set;

/** Expands {@code $(NAME)} in text; {@code $$} stands for a dollar sign. */
final class Expansion {

    private final Map<String, Object> values;
    private final Set<String> used;

    /**
     * @param values text, numbers or booleans by name
     * @param used takes the names that occurred
     */
    Expansion(Map<String, Object> values, Set<String> used) {
        this.values = values;
        this.used = used;
    }

    /** The expanded text; the value itself, with its type, if the text is nothing but one variable. */
    Object expand(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '$' || i + 1 >= text.length()) {
                out.append(c);
                i++;
                continue;
            }
            char next = text.charAt(i + 1);
            int close = next == '(' ? text.indexOf(')', i + 2) : -1;
            if (close > 0) {
                Object value = value(text.substring(i + 2, close));
                if (i == 0 && close == text.length() - 1) {
                    return value;
                }
                out.append(format(value));
                i = close + 1;
            } else {
                out.append(next == '$' ? "$" : "$" + next);
                i += 2;
            }
        }
        return out.toString();
    }

    private static String format(Object value) {
        return value instanceof Double number ? io.fluxj.kustomize.yaml.GoNumbers.json(number) : value.toString();
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            return "$(" + name + ")";
        }
        used.add(name);
        return value;
    }
}
