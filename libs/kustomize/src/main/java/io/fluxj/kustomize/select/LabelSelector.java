package io.fluxj.kustomize.select;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A label selector as Kubernetes writes it: {@code a=b, c!=d, e in (f,g), h notin (i), j, !k, l>1}.
 */
public final class LabelSelector {

    /** One condition. */
    record Requirement(String key, Operator operator, Set<String> values) {

        boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case EXISTS -> value != null;
                case ABSENT -> value == null;
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case GREATER -> value != null && compares(value, 1);
                case LESS -> value != null && compares(value, -1);
            };
        }

        private boolean compares(String value, int sign) {
            try {
                return Long.compare(
                                Long.parseLong(value),
                                Long.parseLong(values.iterator().next()))
                        == sign;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    enum Operator {
        EXISTS,
        ABSENT,
        IN,
        NOT_IN,
        GREATER,
        LESS
    }

    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /**
     * Parses a selector; the empty text selects everything.
     *
     * @throws io.fluxj.kustomize.BuildException if it is malformed
     */
    public static LabelSelector parse(String text) {
        return new LabelSelector(new SelectorParser(text).parse());
    }

    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }
}
