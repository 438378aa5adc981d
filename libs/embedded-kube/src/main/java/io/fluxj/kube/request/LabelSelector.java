package io.fluxj.kube.request;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.kube.api.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Label selectors in the form of query parameters: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k,l>1}. */
public final class LabelSelector {
    private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_./]*)";
    private static final Pattern IN = Pattern.compile("\\s*" + KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern EQUALS = Pattern.compile("\\s*" + KEY + "\\s*(==|=|!=|>|<)\\s*([-A-Za-z0-9_.]*)\\s*");
    private static final Pattern EXISTS = Pattern.compile("\\s*(!?)\\s*" + KEY + "\\s*");

    private LabelSelector() {}

    /** The test that a selector stands for; the empty one accepts everything. */
    public static Predicate<Map<String, String>> parse(String selector) {
        Predicate<Map<String, String>> all = labels -> true;
        for (String part : split(selector)) {
            all = all.and(requirement(part, selector));
        }
        return all;
    }

    private static Predicate<Map<String, String>> requirement(String part, String selector) {
        Matcher in = IN.matcher(part);
        if (in.matches()) {
            Set<String> values = values(in.group(3));
            String key = in.group(1);
            return in.group(2).equals("in")
                    ? labels -> labels.containsKey(key) && values.contains(labels.getOrDefault(key, ""))
                    : labels -> !labels.containsKey(key) || !values.contains(labels.getOrDefault(key, ""));
        }
        Matcher equals = EQUALS.matcher(part);
        if (equals.matches()) {
            return comparison(equals.group(1), equals.group(2), equals.group(3));
        }
        Matcher exists = EXISTS.matcher(part);
        if (exists.matches()) {
            String key = exists.group(2);
            return exists.group(1).isEmpty() ? labels -> labels.containsKey(key) : labels -> !labels.containsKey(key);
        }
        throw ApiError.badRequest("unable to parse requirement: found '" + part.strip()
                + "', expected: a label selector; in \"" + selector + "\"");
    }

    private static Predicate<Map<String, String>> comparison(String key, String operator, String value) {
        return switch (operator) {
            case "!=" -> labels -> !labels.containsKey(key) || !value.equals(labels.get(key));
            case ">" -> labels -> number(labels.getOrDefault(key, ""), Long.MIN_VALUE) > number(value, Long.MAX_VALUE);
            case "<" -> labels -> number(labels.getOrDefault(key, ""), Long.MAX_VALUE) < number(value, Long.MIN_VALUE);
            default -> labels -> value.equals(labels.get(key));
        };
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Set<String> values(String list) {
        Set<String> out = new TreeSet<>();
        for (String value : list.split(",", -1)) {
            out.add(value.strip());
        }
        return out;
    }

    private static List<String> split(String selector) {
        List<String> out = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= selector.length(); i++) {
            char c = i == selector.length() ? ',' : selector.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == selector.length())) {
                if (!selector.substring(start, i).isBlank()) {
                    out.add(selector.substring(start, i));
                }
                start = i + 1;
            }
        }
        return out;
    }
}
