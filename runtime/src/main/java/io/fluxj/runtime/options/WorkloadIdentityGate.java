package io.fluxj.runtime.options;

import java.util.List;
import java.util.Map;

/** The gate that lets objects, and flags on their behalf, name the service account whose cloud identity is used. Source: flags-endpoints §1, §7. */
public final class WorkloadIdentityGate {
    /** Its name in {@code --feature-gates}. */
    public static final String NAME = "ObjectLevelWorkloadIdentity";

    /** What is said of an object that names a service account while the gate is off. */
    public static final String NEEDED = "to use spec.serviceAccountName for provider authentication please enable the "
            + NAME + " feature gate in the controller";

    private WorkloadIdentityGate() {}

    /**
     * Refuses accounts without the gate.
     *
     * @param accounts by the flag that names them, empty where it does not
     * @throws IllegalArgumentException when one is named while the gate is off
     */
    public static void check(FeatureGates gates, Map<String, String> accounts) {
        List<String> flags = accounts.entrySet().stream()
                .filter(flag -> !flag.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!flags.isEmpty() && !gates.enabled(NAME)) {
            throw new IllegalArgumentException("%s %s --feature-gates=%s=true"
                    .formatted(String.join(" and ", flags), flags.size() == 1 ? "needs" : "need", NAME));
        }
    }
}
