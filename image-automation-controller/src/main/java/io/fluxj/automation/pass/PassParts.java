package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.automation.source.SourceOpener;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.secret.SecretReader;
import java.time.Clock;

/**
 * What the steps work with.
 *
 * @param sources opens repositories
 * @param rules of the controller
 * @param clock tells when
 * @param notices tells of a spec what no condition shows
 * @param secrets reads tokens of hosts
 * @param plans keep what would be done
 */
public record PassParts(
        SourceOpener sources,
        Rules rules,
        Clock clock,
        SpecNotices<ImageUpdateAutomation> notices,
        SecretReader secrets,
        PlanMap plans) {
    /**
     * Flags and gates.
     *
     * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
     * @param forcePushBranch gate {@code GitForcePushBranch}
     * @param retryPush gate {@code GitPushRetryOnFailure}
     */
    public record Rules(boolean noCrossNamespaceRefs, boolean forcePushBranch, boolean retryPush) {}
}
