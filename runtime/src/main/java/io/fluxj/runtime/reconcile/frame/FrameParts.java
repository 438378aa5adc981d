package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.events.EventRecorder;
import io.fluxj.runtime.metrics.ControllerMetrics;
import java.time.Clock;

/**
 * What every frame of a controller is made with.
 *
 * @param controller for example {@code kustomize-controller}
 * @param clock for condition times
 */
public record FrameParts(
        String controller,
        KubernetesClient client,
        EventRecorder events,
        ControllerMetrics metrics,
        Backoff backoff,
        IntervalJitter jitter,
        Clock clock) {}
