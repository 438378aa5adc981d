package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.options.RetryOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.ResolvedControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Makes a JOSDK operator that leaves everything to the frames: it calls them on every event, deletions included, handles no finalizer, and sets no bound of
 * its own on work.
 */
final class OperatorSetup {
    static final Duration GRACE = Duration.ofSeconds(20);

    private final SharedOptions options;
    private final String runtimeNamespace;
    private final MeterRegistry meters;

    OperatorSetup(SharedOptions options, String runtimeNamespace, MeterRegistry meters) {
        this.options = options;
        this.runtimeNamespace = runtimeNamespace;
        this.meters = meters;
    }

    Operator create(KubernetesClient client, Iterable<KindController<?>> kinds) {
        Operator operator = new Operator(service -> service.withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withExecutorService(Executors.newVirtualThreadPerTaskExecutor())
                .withReconciliationTerminationTimeout(GRACE)
                .withMetrics(MicrometerMetrics.withoutPerResourceMetrics(meters))
                .withUseSSAToPatchPrimaryResource(false)
                .checkingCRDAndValidateLocalModel(false));
        for (KindController<?> kind : kinds) {
            register(operator, kind);
        }
        return operator;
    }

    private <R extends CustomResource<?, ?>> void register(Operator operator, KindController<R> kind) {
        operator.register(kind.reconciler(), configuration(operator, kind));
    }

    /** Written out, since the framework finds the kind of a reconciler only where a class of its own names it. */
    private <R extends CustomResource<?, ?>> ControllerConfiguration<R> configuration(
            Operator operator, KindController<R> kind) {
        String name = kind.resourceType().getSimpleName().toLowerCase(Locale.ROOT);
        return new ResolvedControllerConfiguration<>(
                name,
                false,
                kind.reconciler().getClass().getName(),
                retry(options.retry()),
                new LinearRateLimiter(),
                null,
                null,
                Map.of(),
                name,
                operator.getConfigurationService(),
                watch(name, kind),
                true,
                null);
    }

    private <R extends CustomResource<?, ?>> InformerConfiguration<R> watch(String name, KindController<R> kind) {
        InformerConfiguration<R>.Builder watch = InformerConfiguration.builder(kind.resourceType());
        watch.withName(name).withOnUpdateFilter(kind.triggers().updateFilter()).withItemStore(new LeanItemStore<>());
        if (!options.watch().labelSelector().isEmpty()) {
            watch.withLabelSelector(options.watch().labelSelector());
        }
        if (options.watch().allNamespaces()) {
            watch.withWatchAllNamespaces();
        } else {
            watch.withNamespaces(Set.of(runtimeNamespace));
        }
        return watch.buildForController();
    }

    /** Frames do not throw; should one, the object is tried again for ever nevertheless. */
    private static Retry retry(RetryOptions options) {
        return new GenericRetry()
                .setInitialInterval(options.shortest())
                .setIntervalMultiplier(2)
                .setMaxInterval(options.longest().toMillis())
                .withoutMaxAttempts();
    }
}
