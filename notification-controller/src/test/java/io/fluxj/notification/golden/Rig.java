package io.fluxj.notification.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.golden.Yaml;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import io.fluxj.notification.alert.Catalogue;
import io.fluxj.notification.alert.LiveLabels;
import io.fluxj.notification.alert.Receipts;
import io.fluxj.notification.delivery.Clients;
import io.fluxj.notification.delivery.Cluster;
import io.fluxj.notification.delivery.Dispatcher;
import io.fluxj.notification.delivery.Pace;
import io.fluxj.notification.delivery.Tenancy;
import io.fluxj.notification.delivery.Ways;
import io.fluxj.notification.event.EventEndpoint;
import io.fluxj.notification.provider.CloudIdentity;
import io.fluxj.notification.provider.Journals;
import io.fluxj.notification.provider.Services;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.GitHubAppTokens;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretData;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The sending half of the controller over objects that are at hand, with its real endpoint. */
final class Rig implements AutoCloseable {
    /** Name of the machine, as services are told. */
    static final String HOST = "golden-host";

    private static final int BODIES = 3 * 1024 * 1024;
    private static final KubernetesSerialization OBJECTS = new KubernetesSerialization();

    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final Map<String, Provider> providers = new HashMap<>();
    private final Map<String, NamedSecret> secrets = new HashMap<>();
    private final List<Complaint> complaints = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Clients clients;
    private final Dispatcher dispatcher;
    private final HttpServer server;

    /** What was said of an Alert. */
    record Complaint(String alert, String reason, String message, Map<String, String> annotations) {}

    /**
     * How it is set up.
     *
     * @param variables of the environment, such as those that name proxies
     * @param interval in which equal events count once
     * @param pace how time passes
     * @param tenancy what tenants may do
     * @param labels those of live objects
     * @param trust whom Providers trust that name no certificates
     * @param accounts who Providers are to clouds
     */
    record Setup(
            Map<String, String> variables,
            Duration interval,
            Pace pace,
            Tenancy tenancy,
            LiveLabels labels,
            TlsConfig trust,
            CloudIdentity.Accounts accounts) {
        static final Setup PLAIN = new Setup(
                Map.of(),
                Duration.ZERO,
                Pace.REAL,
                new Tenancy(false, false),
                object -> Optional.empty(),
                TlsConfig.SYSTEM,
                (namespace, account) -> new Principal.Controller());

        Setup withVariables(Map<String, String> other) {
            return new Setup(other, interval, pace, tenancy, labels, trust, accounts);
        }

        Setup withInterval(Duration other) {
            return new Setup(variables, other, pace, tenancy, labels, trust, accounts);
        }

        Setup withPace(Pace other) {
            return new Setup(variables, interval, other, tenancy, labels, trust, accounts);
        }

        Setup withTenants(boolean apart) {
            Tenancy other = new Tenancy(apart, tenancy.serviceAccounts());
            return new Setup(variables, interval, pace, other, labels, trust, accounts);
        }

        Setup withLabels(LiveLabels other) {
            return new Setup(variables, interval, pace, tenancy, other, trust, accounts);
        }

        /** Sinks have certificates of these. */
        Setup trusting(Identities identities) {
            Trust own = Trust.besideSystem(identities.authority().certificatePem());
            return new Setup(variables, interval, pace, tenancy, labels, TlsConfig.trusting(own), accounts);
        }

        /** Providers may name service accounts. */
        Setup withAccounts(CloudIdentity.Accounts other) {
            Tenancy named = new Tenancy(tenancy.ownEventsOnly(), true);
            return new Setup(variables, interval, pace, named, labels, trust, other);
        }
    }

    Rig(Setup setup) throws IOException {
        clients = new Clients(EnvironmentProxies.of(setup.variables()).proxies());
        Catalogue catalogue = new Catalogue() {
            @Override
            public Collection<Alert> alerts() {
                return alerts;
            }

            @Override
            public Optional<Provider> provider(String namespace, String name) {
                return Optional.ofNullable(providers.get(namespace + "/" + name));
            }
        };
        Cluster cluster = new Cluster(
                catalogue,
                setup.labels(),
                (namespace, name) -> Optional.ofNullable(secrets.get(namespace + "/" + name)),
                (alert, reason, message, annotations) -> complaints.add(new Complaint(
                        alert.getMetadata().getNamespace() + "/"
                                + alert.getMetadata().getName(),
                        reason,
                        message,
                        annotations)),
                Receipts.NONE,
                CompletableFuture.completedFuture(null));
        TokenCache tokens = new TokenCache(10, Duration.ofHours(1), Clock.systemUTC());
        CloudIdentity clouds = new CloudIdentity(
                setup.accounts(),
                new CloudEnvironment(setup.variables(), Caller.over(HttpRoute.DIRECT), tokens, Clock.systemUTC()));
        dispatcher = Dispatcher.start(
                cluster,
                new Ways(clients, AddressRule.any(), setup.pace(), setup.trust()),
                new Services(
                        new GitHubAppTokens(tokens, Clock.systemUTC()),
                        clouds,
                        new Journals(Optional.empty(), 0, OutputStream.nullOutputStream()),
                        HOST,
                        false),
                setup.tenancy(),
                new PrometheusRegistry());
        server = HttpServer.start(
                "events",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ServerBounds.DEFAULT.withBodies(BODIES),
                new EventEndpoint(setup.interval(), Clock.systemUTC(), dispatcher));
    }

    void add(JsonNode provider, JsonNode alert) {
        Provider made = OBJECTS.convertValue(OBJECTS.convertValue(provider, Map.class), Provider.class);
        providers.put(
                made.getMetadata().getNamespace() + "/" + made.getMetadata().getName(), made);
        addAlert(alert);
    }

    /** A Provider and an Alert of one name for all Kustomizations, with what their specs have besides, in flow style. */
    void add(String name, String provider, String alert) {
        String metadata = "metadata: {name: %s, namespace: apps, uid: 0-0}, ".formatted(name);
        String spec = "spec: {providerRef: {name: %s}, eventSources: [{kind: Kustomization, name: '*'}]%s}"
                .formatted(name, alert);
        add(Yaml.parse("{" + metadata + "spec: {" + provider + "}}"), Yaml.parse("{" + metadata + spec + "}"));
    }

    void addAlert(JsonNode alert) {
        alerts.add(OBJECTS.convertValue(OBJECTS.convertValue(alert, Map.class), Alert.class));
    }

    void addSecret(String namespace, String name, Map<String, String> data) {
        Map<String, byte[]> bytes = new TreeMap<>();
        data.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
        secrets.put(namespace + "/" + name, new NamedSecret(namespace, name, new SecretData(bytes)));
    }

    /** Sends an event and waits until all is done that it causes. */
    int post(String event) throws IOException, InterruptedException {
        int status = send("POST", "/", Map.of("Content-Type", "application/json"), event)
                .statusCode();
        awaitRest();
        return status;
    }

    void awaitRest() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> dispatcher.pending() == 0);
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    int port() {
        return server.port();
    }

    List<Complaint> takeComplaints() {
        List<Complaint> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    @Override
    public void close() {
        server.close();
        dispatcher.close();
        clients.close();
        http.shutdownNow();
    }
}
