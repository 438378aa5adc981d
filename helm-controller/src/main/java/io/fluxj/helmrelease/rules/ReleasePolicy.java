package io.fluxj.helmrelease.rules;

import io.fluxj.helm.render.HostAddresses;
import java.util.List;

/**
 * What the controller's flags say about all releases.
 *
 * @param retriesByDefault gate {@code DefaultToRetryOnFailure}
 * @param overriddenManagers {@code --override-manager}: whose fields become ours before drift is looked for
 * @param hosts gate {@code AllowDNSLookups}: what templates are told of hosts
 */
public record ReleasePolicy(boolean retriesByDefault, List<String> overriddenManagers, HostAddresses hosts) {

    public ReleasePolicy {
        overriddenManagers = List.copyOf(overriddenManagers);
    }
}
