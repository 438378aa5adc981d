package io.fluxj.helmrelease.action;

/** Groups of actions of which a pass takes one at most: a pass that would install twice stops instead. Source: behaviour §3.4. */
public enum Turn {
    RELEASE,
    REMEDIATE,
    TEST,
    UNLOCK,
    CORRECT_DRIFT
}
