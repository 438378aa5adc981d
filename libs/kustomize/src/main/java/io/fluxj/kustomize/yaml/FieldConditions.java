package io.fluxj.kustomize.yaml;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.kustomize.regex.Regex;
import java.util.HashMap;
import java.util.Map;

/** The patterns of {@code [field=pattern]} conditions, each compiled when it is first met. Owned by one step of a build. */
public final class FieldConditions {

    private final Map<String, Pattern> compiled = new HashMap<>();

    Pattern pattern(String expression) {
        return compiled.computeIfAbsent(expression, FieldConditions::compile);
    }

    private static Pattern compile(String expression) {
        try {
            return Regex.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new YamlException(
                    "'" + Regex.shown(expression) + "' is not a valid regular expression: " + e.getDescription(),
                    0,
                    "conditions in paths are regular expressions (RE2 syntax)");
        }
    }
}
