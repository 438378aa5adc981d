package io.fluxj.reflector.policy;

import com.google.re2j.Matcher;
import java.util.Map;
import java.util.regex.Pattern;

/** Fills in the groups of a match, as Go's {@code Regexp.Expand} does: {@code $name}, {@code ${name}}, {@code $1}, {@code $$}; an unknown name is nothing. */
final class GoTemplateText {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$(?:\\$|\\{([\\p{L}\\p{Nd}_]+)\\}|([\\p{L}\\p{Nd}_]+))");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private GoTemplateText() {}

    static String expand(String template, Matcher match, Map<String, Integer> names) {
        return REFERENCE
                .matcher(template)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group().equals("$$") ? "$" : group(name(found), match, names)));
    }

    private static String name(java.util.regex.MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String group(String name, Matcher match, Map<String, Integer> names) {
        int index = INDEX.matcher(name).matches() ? Integer.parseInt(name) : names.getOrDefault(name, -1);
        if (index < 0 || index > match.groupCount()) {
            return "";
        }
        String value = match.group(index);
        return value == null ? "" : value;
    }
}
