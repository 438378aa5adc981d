package io.fluxj.helmrelease;

import io.fluxj.runtime.reconcile.ConditionType;
import java.util.Set;

/** Condition types of HelmReleases besides the common ones. Source: conditions-events §5. */
public final class HelmReleaseCondition {

    /** How the last install, upgrade or uninstall went; positive. */
    public static final String RELEASED = "Released";
    /** How the tests of the last release went; positive. */
    public static final String TEST_SUCCESS = "TestSuccess";
    /** How a failed release was cleaned up; a release that needed that is not ready. */
    public static final String REMEDIATED = "Remediated";
    /** Whether the cluster has something else than the release. */
    public static final String DRIFTED = "Drifted";

    /** All that the controller writes. */
    public static final Set<String> OWNED = Set.of(
            ConditionType.READY,
            ConditionType.RECONCILING,
            ConditionType.STALLED,
            RELEASED,
            TEST_SUCCESS,
            REMEDIATED,
            DRIFTED);

    private HelmReleaseCondition() {}
}
