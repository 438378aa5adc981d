package io.fluxj.notification;

import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.notification.alert.AlertReconciliation;
import io.fluxj.notification.alert.ClusterLabels;
import io.fluxj.notification.alert.Receipts;
import io.fluxj.notification.alert.StatusReceipts;
import io.fluxj.notification.alert.WatchedCatalogue;
import io.fluxj.notification.delivery.Clients;
import io.fluxj.notification.delivery.Cluster;
import io.fluxj.notification.delivery.Dispatcher;
import io.fluxj.notification.delivery.Pace;
import io.fluxj.notification.delivery.Tenancy;
import io.fluxj.notification.delivery.Ways;
import io.fluxj.notification.event.EventEndpoint;
import io.fluxj.notification.http.HttpMetrics;
import io.fluxj.notification.provider.CloudIdentity;
import io.fluxj.notification.provider.Journals;
import io.fluxj.notification.provider.ProviderReconciliation;
import io.fluxj.notification.provider.Services;
import io.fluxj.runtime.events.EventRecorder;
import io.fluxj.runtime.events.PostAddress;
import io.fluxj.runtime.events.SendingEventRecorder;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.GitHubAppTokens;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.KindController;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the controller has to do with events.
 *
 * @param events takes them, in every replica
 * @param kinds reconciled by the replica that leads
 */
record Sending(HttpHandler events, List<KindController<?>> kinds) {
    /** A write for each Alert that was told something in this time. */
    private static final Duration RECEIPTS = Duration.ofSeconds(5);

    Sending {
        kinds = List.copyOf(kinds);
    }

    /** Makes it; what is opened goes to the environment's resources. */
    static Sending of(ControllerEnvironment environment, NotificationOptions options) {
        Dispatcher dispatcher = environment
                .resources()
                .keep(Dispatcher.start(
                        cluster(environment, options),
                        ways(environment, options),
                        services(environment, options),
                        new Tenancy(
                                options.noCrossNamespaceRefs(),
                                options.shared().features().enabled(WorkloadIdentityGate.NAME)),
                        environment.metrics().registry()));
        return new Sending(
                new HttpMetrics(environment.metrics().registry(), "gotk_event", "/", options.exportHttpPathMetrics())
                        .around(new EventEndpoint(options.rateLimitInterval(), Clock.systemUTC(), dispatcher)),
                List.of(
                        KindController.of(environment, new AlertReconciliation()),
                        KindController.of(environment, new ProviderReconciliation())));
    }

    private static Cluster cluster(ControllerEnvironment environment, NotificationOptions options) {
        WatchedCatalogue catalogue = environment
                .resources()
                .keep(WatchedCatalogue.start(
                        environment.clientOfReplica(),
                        new WatchedCatalogue.Scope(
                                options.shared().watch().allNamespaces()
                                        ? Optional.empty()
                                        : Optional.of(environment.runtimeNamespace()),
                                options.shared().watch().labelSelector())));
        EventRecorder recorder = recorder(environment);
        SecretReader secrets = new SecretReader(environment.clientOfReplica());
        return new Cluster(
                catalogue,
                new ClusterLabels(environment.clientOfReplica()),
                (namespace, name) ->
                        secrets.secret(namespace, name).map(data -> new NamedSecret(namespace, name, data)),
                (alert, reason, message, annotations) ->
                        recorder.record(alert, Severity.ERROR, reason, message, annotations),
                receipts(environment, options),
                catalogue.complete());
    }

    private static Receipts receipts(ControllerEnvironment environment, NotificationOptions options) {
        return options.shared().features().enabled(NotificationOptions.DELIVERY_RECEIPTS)
                ? environment
                        .resources()
                        .keep(StatusReceipts.start(environment.clientOfReplica(), Clock.systemUTC(), RECEIPTS))
                : Receipts.NONE;
    }

    /** Of this replica: what went wrong with an event is known to the one that got it. */
    private static EventRecorder recorder(ControllerEnvironment environment) {
        EnvironmentProxies proxies = EnvironmentProxies.of(environment.variables());
        return environment
                .resources()
                .keep(SendingEventRecorder.start(
                        environment.controller(),
                        environment.instance(),
                        environment.clientOfReplica(),
                        PostAddress.of("", proxies, client -> client::send, environment.fence()),
                        Clock.systemUTC()));
    }

    private static Ways ways(ControllerEnvironment environment, NotificationOptions options) {
        Clients clients = environment
                .resources()
                .keep(new Clients(EnvironmentProxies.of(environment.variables()).proxies()));
        AddressRule addresses = options.noPrivateAddresses()
                ? AddressRule.publicOnly(Set.of(), "refused by --no-private-addresses")
                : AddressRule.any();
        return new Ways(clients, addresses, Pace.REAL, TlsConfig.SYSTEM);
    }

    private static Services services(ControllerEnvironment environment, NotificationOptions options) {
        TokenCache tokens = new TokenCache(
                options.shared().tokenCache().size(),
                options.shared().tokenCache().duration(),
                Clock.systemUTC());
        return new Services(
                new GitHubAppTokens(tokens, Clock.systemUTC()),
                new CloudIdentity(
                        accounts(environment, options),
                        new CloudEnvironment(
                                environment.variables(), Caller.over(HttpRoute.DIRECT), tokens, Clock.systemUTC())),
                new Journals(options.auditFolder(), options.auditFileLimit(), System.out),
                environment.instance(),
                options.shared().features().enabled(NotificationOptions.OPSGENIE_ALIAS));
    }

    /** Asked by every replica: the one that got an event sends it. */
    private static CloudIdentity.Accounts accounts(ControllerEnvironment environment, NotificationOptions options) {
        ServiceAccounts accounts = new ServiceAccounts(environment.clientOfReplica());
        return (namespace, named) -> {
            String account = named.isEmpty() ? options.defaultServiceAccount() : named;
            return account.isEmpty() ? new Principal.Controller() : accounts.require(namespace, account);
        };
    }
}
