package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** The part of JSONPath that printer columns use: {@code .a.b[0]}, {@code .a['x.y']}, {@code .c[?(@.type=="Ready")].status}, {@code [*]}. */
final class JsonPath {
    private static final Pattern FILTER =
            Pattern.compile("\\?\\(\\s*@\\.([\\w.\\-/]+)\\s*(==|!=)\\s*['\"]?([^'\"]*)['\"]?\\s*\\)");

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    @FunctionalInterface
    private interface Step {
        void apply(JsonNode value, List<JsonNode> out);
    }

    static JsonPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '[') {
                int end = closing(text, i);
                steps.add(bracket(text.substring(i + 1, end)));
                i = end + 1;
            } else if (c == '.') {
                i++;
            } else {
                int end = i;
                StringBuilder name = new StringBuilder();
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    if (text.charAt(end) == '\\' && end + 1 < text.length()) {
                        end++;
                    }
                    name.append(text.charAt(end++));
                }
                steps.add(field(name.toString()));
                i = end;
            }
        }
        return new JsonPath(steps);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private static Step bracket(String inside) {
        Matcher filter = FILTER.matcher(inside);
        if (filter.matches()) {
            JsonPath left = parse("." + filter.group(1));
            boolean equal = filter.group(2).equals("==");
            String right = filter.group(3);
            return (value, out) -> value.forEach(item -> {
                List<JsonNode> found = left.read(item);
                boolean same = !found.isEmpty() && found.getFirst().asText().equals(right);
                if (same == equal) {
                    out.add(item);
                }
            });
        }
        if (inside.equals("*")) {
            return (value, out) -> value.forEach(out::add);
        }
        if (inside.startsWith("'") || inside.startsWith("\"")) {
            return field(inside.substring(1, inside.length() - 1).replace("\\.", "."));
        }
        try {
            int index = Integer.parseInt(inside);
            return (value, out) -> {
                JsonNode item = value.path(index < 0 ? value.size() + index : index);
                if (!item.isMissingNode()) {
                    out.add(item);
                }
            };
        } catch (NumberFormatException e) {
            return (value, out) -> {};
        }
    }

    private static Step field(String name) {
        if (name.equals("*")) {
            return (value, out) -> value.forEach(out::add);
        }
        return (value, out) -> {
            JsonNode member = value.path(name);
            if (!member.isMissingNode() && !member.isNull()) {
                out.add(member);
            }
        };
    }

    List<JsonNode> read(JsonNode value) {
        List<JsonNode> at = List.of(value);
        for (Step step : steps) {
            List<JsonNode> next = new ArrayList<>();
            at.forEach(item -> step.apply(item, next));
            at = next;
        }
        return at;
    }
}
