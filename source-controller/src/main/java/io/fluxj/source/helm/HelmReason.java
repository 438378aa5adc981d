package io.fluxj.source.helm;

import io.fluxj.runtime.reconcile.Reason;

/** Reasons that HelmRepository has besides those of all sources. Source: conditions-events §3. */
enum HelmReason implements Reason {
    INDEXATION_FAILED("IndexationFailed");

    private final String text;

    HelmReason(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
