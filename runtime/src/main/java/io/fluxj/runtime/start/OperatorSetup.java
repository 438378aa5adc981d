package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.options.RetryOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * Makes a JOSDK operator that leaves everything to the frames: it calls them on every event, deletions included, handles no finalizer, and sets no bound of
 * its own on work.
 */
final class OperatorSetup {
    static final Duration GRACE = Duration.ofSeconds(20);

    private final SharedOptions options;
    private final String runtimeNamespace;

    OperatorSetup(SharedOptions options, String runtimeNamespace) {
        this.options = options;
        this.runtimeNamespace = runtimeNamespace;
    }

    Operator create(KubernetesClient client, Iterable<KindController<?>> kinds) {
        Operator operator = new Operator(service -> service.withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withExecutorService(Executors.newVirtualThreadPerTaskExecutor())
                .withReconciliationTerminationTimeout(GRACE)
                .withUseSSAToPatchPrimaryResource(false)
                .checkingCRDAndValidateLocalModel(false));
        for (KindController<?> kind : kinds) {
            register(operator, kind);
        }
        return operator;
    }

    private <R extends CustomResource<?, ?>> void register(Operator operator, KindController<R> kind) {
        ControllerConfiguration<R> original = operator.getConfigurationService().getConfigurationFor(kind.reconciler());
        ControllerConfigurationOverrider<R> configuration = ControllerConfigurationOverrider.override(original);
        configure(configuration, kind);
        operator.register(kind.reconciler(), configuration.build());
    }

    private <R extends CustomResource<?, ?>> void configure(
            ControllerConfigurationOverrider<R> configuration, KindController<R> kind) {
        configuration
                .withName(kind.resourceType().getSimpleName().toLowerCase(Locale.ROOT))
                .withTriggerReconcilerOnAllEvents(true)
                .withGenerationAware(false)
                .withOnUpdateFilter(kind.triggers().updateFilter())
                .withItemStore(new LeanItemStore<>())
                .withRetry(retry(options.retry()))
                .withReconciliationMaxInterval(null);
        if (!options.watch().labelSelector().isEmpty()) {
            configuration.withLabelSelector(options.watch().labelSelector());
        }
        if (options.watch().allNamespaces()) {
            configuration.watchingAllNamespaces();
        } else {
            configuration.settingNamespace(runtimeNamespace);
        }
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
