package io.fluxj.notification.alert;

import com.google.re2j.Pattern;
import java.util.Map;

/** What Kubernetes takes for labels. */
final class LabelSyntax {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_PREFIX = 253;

    private LabelSyntax() {}

    static boolean areValid(Map<String, String> labels) {
        return labels.entrySet().stream().allMatch(label -> isKey(label.getKey()) && isValue(label.getValue()));
    }

    private static boolean isKey(String key) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        boolean prefixed = slash < 0 || (prefix.length() <= LONGEST_PREFIX && PREFIX.matches(prefix));
        return prefixed && NAME.matches(key.substring(slash + 1));
    }

    private static boolean isValue(String value) {
        return value.isEmpty() || NAME.matches(value);
    }
}
