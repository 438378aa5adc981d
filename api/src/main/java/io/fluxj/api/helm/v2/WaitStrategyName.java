package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** Ways to wait for objects to be ready. */
public enum WaitStrategyName implements Choice.Named {
    /** By the kstatus conventions, for every kind. */
    POLLER("poller"),
    /** By Helm 3's own rules, for the kinds it knows. */
    LEGACY("legacy");

    private final String text;

    WaitStrategyName(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
