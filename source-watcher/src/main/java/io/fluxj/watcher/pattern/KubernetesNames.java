package io.fluxj.watcher.pattern;

import java.util.regex.Pattern;

/** What the API server lets names be. Source: the rules of Kubernetes for names and labels. */
final class KubernetesNames {
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int LONGEST_LABEL = 63;

    private KubernetesNames() {}

    /** Whether an object may have the name. */
    static boolean isObjectName(String name) {
        return name.length() <= LONGEST_SUBDOMAIN && SUBDOMAIN.matcher(name).matches();
    }

    /** Whether a namespace may have the name. */
    static boolean isNamespace(String name) {
        return name.length() <= LONGEST_LABEL && LABEL.matcher(name).matches();
    }

    /** Whether a label may have the value. */
    static boolean isLabelValue(String value) {
        return value.length() <= LONGEST_LABEL && LABEL_VALUE.matcher(value).matches();
    }
}
