package io.fluxj.helm.chart;

import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of {@code .helmignore}. They are not those of Git: a negated rule leaves out whatever it does <em>not</em> match, and rules after the first that
 * leaves a file out do not count.
 */
final class HelmIgnore {
    static final String FILE = ".helmignore";
    private static final String ALWAYS = "templates/.?*";

    private final List<Rule> rules;

    private HelmIgnore(List<Rule> rules) {
        this.rules = rules;
    }

    private record Rule(PathPattern pattern, boolean wholePath, boolean negated, boolean foldersOnly) {
        boolean matches(String path) {
            return pattern.matches(wholePath ? path : path.substring(path.lastIndexOf('/') + 1));
        }

        boolean leavesOut(String path, boolean folder) {
            return negated ? (foldersOnly && !folder) || !matches(path) : (!foldersOnly || folder) && matches(path);
        }
    }

    static HelmIgnore none() {
        return of("");
    }

    /** @throws HelmException when a rule is malformed or has {@code **} */
    static HelmIgnore of(String text) {
        List<Rule> rules = new ArrayList<>();
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        start.lines().forEach(line -> add(line, rules));
        add(ALWAYS, rules);
        return new HelmIgnore(rules);
    }

    private static void add(String line, List<Rule> rules) {
        String rule = GoText.trimSpace(line);
        if (rule.isEmpty() || rule.startsWith("#")) {
            return;
        }
        if (rule.contains("**")) {
            throw new HelmException(Subject.CHART, "double-star (**) syntax is not supported");
        }
        try {
            rules.add(rule(rule));
        } catch (PathPattern.Malformed e) {
            throw new HelmException(Subject.CHART, String.valueOf(e.getMessage()), e);
        }
    }

    private static Rule rule(String text) throws PathPattern.Malformed {
        PathPattern.of(text);
        boolean negated = text.startsWith("!");
        String rule = negated ? text.substring(1) : text;
        boolean foldersOnly = rule.endsWith("/");
        rule = foldersOnly ? rule.substring(0, rule.length() - 1) : rule;
        boolean wholePath = rule.contains("/");
        rule = rule.startsWith("/") ? rule.substring(1) : rule;
        return new Rule(PathPattern.of(rule), wholePath, negated, foldersOnly);
    }

    boolean leavesOut(String path, boolean folder) {
        return rules.stream().anyMatch(rule -> rule.leavesOut(path, folder));
    }
}
