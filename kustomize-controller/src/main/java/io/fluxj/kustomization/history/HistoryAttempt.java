package io.fluxj.kustomization.history;

import io.fluxj.runtime.reconcile.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One pass that reached the apply.
 *
 * @param digest of the built manifests
 * @param status how it ended
 * @param at when it ended
 * @param took how long it took
 * @param metadata revisions
 */
public record HistoryAttempt(String digest, Reason status, Instant at, Duration took, Map<String, String> metadata) {}
