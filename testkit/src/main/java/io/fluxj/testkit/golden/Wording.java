package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that we say in other words on purpose. In both, {@code ${name}} stands for any text; one that is in both stands for the same text.
 *
 * @param flux the recorded sentence
 * @param ours what we say instead
 */
record Wording(String flux, String ours) {
    private static final Pattern NAME = Pattern.compile("\\$\\{([a-z]+)}");

    static Wording of(JsonNode rule) {
        return new Wording(rule.path("flux").asText(), rule.path("ours").asText());
    }

    /** Whether {@code seen} is what we say where {@code recorded} was said. */
    boolean translates(String recorded, String seen) {
        return bindings(recorded)
                .map(bound -> pattern(ours, bound).matcher(seen).matches())
                .orElse(false);
    }

    /** What we would say; what cannot be told from the recorded sentence stays a name. Empty when the sentence is another one. */
    Optional<String> translation(String recorded) {
        return bindings(recorded).map(bound -> {
            String text = ours;
            for (Map.Entry<String, String> each : bound.entrySet()) {
                text = text.replace("${" + each.getKey() + "}", each.getValue());
            }
            return text;
        });
    }

    private Optional<Map<String, String>> bindings(String recorded) {
        Matcher matcher = pattern(flux, Map.of()).matcher(recorded);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> bound = new LinkedHashMap<>();
        NAME.matcher(flux).results().map(found -> found.group(1)).forEach(name -> bound.put(name, matcher.group(name)));
        return Optional.of(bound);
    }

    /** A name that comes again, or is bound, stands for the same text. */
    private static Pattern pattern(String template, Map<String, String> bound) {
        StringBuilder pattern = new StringBuilder();
        Map<String, String> known = new LinkedHashMap<>();
        bound.forEach((name, text) -> known.put(name, Pattern.quote(text)));
        int end = 0;
        for (MatchResult name : NAME.matcher(template).results().toList()) {
            pattern.append(Pattern.quote(template.substring(end, name.start())));
            String group = name.group(1);
            pattern.append(known.getOrDefault(group, "(?<" + group + ">.+?)"));
            known.putIfAbsent(group, "\\k<" + group + ">");
            end = name.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(template.substring(end))).toString(), Pattern.DOTALL);
    }
}
