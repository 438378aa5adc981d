package io.fluxj.runtime.metrics;

/** How a pass ended, as {@code controller_runtime_reconcile_total} names it. */
public enum PassResult {
    SUCCESS("success"),
    ERROR("error"),
    REQUEUE("requeue"),
    REQUEUE_AFTER("requeue_after");

    private final String label;

    PassResult(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
