package io.fluxj.notification.receiver;

import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.notification.NotificationOptions;
import io.fluxj.notification.http.HttpMetrics;
import io.fluxj.notification.receiver.hook.HookSettings;
import io.fluxj.notification.receiver.hook.Hooks;
import io.fluxj.notification.receiver.hook.KnownReceivers;
import io.fluxj.runtime.config.ConfigName;
import io.fluxj.runtime.config.ConfigWatch;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.options.WatchOptions;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.start.KindWatch;
import io.fluxj.runtime.watch.Index;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the controller has to do with Receivers.
 *
 * @param hooks answers webhooks, in every replica
 * @param kinds reconciled by the replica that leads
 */
public record Receivers(HttpHandler hooks, List<KindController<?>> kinds) {
    private static final String NO_CONFIG_WATCHERS = "DisableConfigWatchers";

    public Receivers {
        kinds = List.copyOf(kinds);
    }

    /** Makes them; what is opened goes to the environment's resources. */
    public static Receivers of(ControllerEnvironment environment, NotificationOptions options) throws IOException {
        return of(environment, options, settings(environment, options));
    }

    /** With settings that no flag changes. */
    static Receivers of(ControllerEnvironment environment, NotificationOptions options, HookSettings settings)
            throws IOException {
        HttpMetrics metrics = new HttpMetrics(
                environment.metrics().registry(), "gotk_receiver", WebhookPath.PREFIX, options.exportHttpPathMetrics());
        HttpHandler hooks =
                metrics.around(Hooks.open(environment.clientOfReplica(), settings, environment.resources()));
        ReceiverReconciliation reconciliation = new ReceiverReconciliation(new SecretReader(environment.client()));
        KindController<Receiver> kind = KindController.of(
                environment, Receiver.class, own -> new Kind<>(reconciliation, tokenWatch(own, options)));
        return new Receivers(hooks, List.of(kind));
    }

    static HookSettings settings(ControllerEnvironment environment, NotificationOptions options) {
        WatchOptions watch = options.shared().watch();
        Optional<String> namespace =
                watch.allNamespaces() ? Optional.empty() : Optional.of(environment.runtimeNamespace());
        return new HookSettings(
                new KnownReceivers.Scope(namespace, watch.labelSelector()),
                options.noCrossNamespaceRefs(),
                EnvironmentProxies.of(environment.variables()).proxies(),
                TlsConfig.SYSTEM,
                HookSettings.GOOGLE_KEYS,
                HookSettings.ISSUER_PATIENCE);
    }

    /** A labelled Secret that changes moves the webhooks of the Receivers that name it. */
    private static List<EventSource<?, Receiver>> tokenWatch(KindWatch<Receiver> own, NotificationOptions options) {
        Index<Receiver, ConfigName> readers =
                Index.of(own.context().getPrimaryCache(), "fluxj-config", Receivers::token);
        String selector = options.shared().features().enabled(NO_CONFIG_WATCHERS)
                ? ""
                : options.shared().watch().configsLabelSelector();
        return new ConfigWatch<>(readers, own.passes()).eventSources(own.context(), selector);
    }

    private static List<ConfigName> token(Receiver receiver) {
        LocalObjectReference reference = receiver.getSpec().secretRef();
        return reference == null ? List.of() : List.of(ConfigName.of(receiver, "Secret", reference.name()));
    }
}
