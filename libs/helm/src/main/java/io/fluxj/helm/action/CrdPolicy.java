package io.fluxj.helm.action;

/** What becomes of the definitions in a chart's {@code crds/}. */
public enum CrdPolicy {
    SKIP,
    /** Those that are missing are created, the others left alone. */
    CREATE,
    CREATE_REPLACE
}
