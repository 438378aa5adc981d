package io.fluxj.automation.pass;

import io.fluxj.api.meta.LabelRequirement;
import io.fluxj.api.meta.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which policies count, by their labels. */
final class PolicySelector {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;

    private final Map<String, String> labels;
    private final List<LabelRequirement> requirements;

    private PolicySelector(Map<String, String> labels, List<LabelRequirement> requirements) {
        this.labels = labels;
        this.requirements = requirements;
    }

    /**
     * All policies when there is no selector.
     *
     * @throws IllegalArgumentException when it is malformed; the message is Kubernetes'
     */
    static PolicySelector of(@Nullable LabelSelector selector) {
        if (selector == null) {
            return new PolicySelector(Map.of(), List.of());
        }
        selector.matchLabels().keySet().forEach(PolicySelector::requireKey);
        selector.matchExpressions().forEach(PolicySelector::requireUsable);
        return new PolicySelector(selector.matchLabels(), selector.matchExpressions());
    }

    private static void requireUsable(LabelRequirement requirement) {
        boolean some = !requirement.values().isEmpty();
        switch (requirement.operator()) {
            case "In", "NotIn" ->
                require(some, "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty");
            case "Exists", "DoesNotExist" ->
                require(
                        !some,
                        "values: Invalid value: " + requirement.values()
                                + ": values set must be empty for exists and does not exist");
            default ->
                throw new IllegalArgumentException(
                        "\"" + requirement.operator() + "\" is not a valid label selector operator");
        }
        requireKey(requirement.key());
    }

    private static void requireKey(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        require(
                slash < 0
                        || (slash <= LONGEST_PREFIX
                                && PREFIX.matcher(key.substring(0, slash)).matches()),
                "key: Invalid value: \"" + key + "\": prefix part must be a DNS subdomain");
        require(
                name.length() <= LONGEST_NAME,
                "key: Invalid value: \"" + key + "\": name part must be no more than 63 bytes");
        require(
                NAME.matcher(name).matches(),
                "key: Invalid value: \"" + key
                        + "\": name part must consist of alphanumeric characters, '-', '_' or '.', and"
                        + " must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc',"
                        + " regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    boolean matches(@Nullable Map<String, String> own) {
        Map<String, String> present = own == null ? Map.of() : own;
        return present.entrySet().containsAll(labels.entrySet())
                && requirements.stream().allMatch(requirement -> matches(requirement, present));
    }

    private static boolean matches(LabelRequirement requirement, Map<String, String> own) {
        boolean there = own.containsKey(requirement.key());
        boolean among = there && requirement.values().contains(own.get(requirement.key()));
        return switch (requirement.operator()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> there;
            default -> !there;
        };
    }
}
