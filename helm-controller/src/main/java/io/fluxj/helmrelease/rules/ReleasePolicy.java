package io.fluxj.helmrelease.rules;

import java.util.List;

/**
 * What the controller's flags say about all releases.
 *
 * @param retriesByDefault gate {@code DefaultToRetryOnFailure}
 * @param overriddenManagers {@code --override-manager}: whose fields become ours before drift is looked for
 */
public record ReleasePolicy(boolean retriesByDefault, List<String> overriddenManagers) {

    public ReleasePolicy {
        overriddenManagers = List.copyOf(overriddenManagers);
    }
}
