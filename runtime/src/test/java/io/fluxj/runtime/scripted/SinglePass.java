package io.fluxj.runtime.scripted;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.events.EventRecorder;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.frame.Backoff;
import io.fluxj.runtime.reconcile.frame.FrameParts;
import io.fluxj.runtime.reconcile.frame.IntervalJitter;
import io.fluxj.runtime.reconcile.frame.KindState;
import io.fluxj.runtime.reconcile.frame.ReconcileFrame;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The frame without the operator framework: one pass, when the test says so, over an object as the test has read it. */
public final class SinglePass {
    private SinglePass() {}

    /** What a process does that has just started, and knows nothing of earlier ones. */
    public static <R extends CustomResource<?, S>, S> void over(
            R object, Reconciliation<R, S> reconciliation, KubernetesClient client) {
        ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());
        KindState<R> state = new KindState<>(reconciliation.rules().resourceType(), 1, metrics);
        new ReconcileFrame<>(reconciliation, parts(client, metrics), state)
                .reconcile(object, context(() -> Optional.of(object)));
    }

    /** The parts of a frame whose events nobody wants. */
    public static FrameParts parts(KubernetesClient client, ControllerMetrics metrics) {
        return new FrameParts(
                "test-controller",
                client,
                EventRecorder.none(),
                metrics,
                new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1)),
                new IntervalJitter(0, () -> 0),
                Clock.systemUTC());
    }

    /** The operator framework's side of a pass: only its cache is asked. */
    @SuppressWarnings("unchecked")
    public static <R extends CustomResource<?, ?>> Context<R> context(Supplier<Optional<R>> read) {
        Object cache = answering(IndexedResourceCache.class, "get", read);
        return (Context<R>) answering(Context.class, "getPrimaryCache", () -> cache);
    }

    private static Object answering(Class<?> type, String method, Supplier<?> answer) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer.get() : false);
    }
}
