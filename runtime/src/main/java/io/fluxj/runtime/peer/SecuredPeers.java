package io.fluxj.runtime.peer;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.http.HttpRequest;
import io.fluxj.runtime.metrics.ControllerMetrics;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS by the installation's Secret, and tokens of service accounts. Both may change at any time. */
public final class SecuredPeers implements PeerSecurity {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Connections that are taken up again within this time are not checked anew; an authority that is gone counts no longer. */
    private static final int SESSION_SECONDS = 600;

    private final PeerSettings settings;
    private final KubernetesClient client;
    private final PeerSecret secret;
    private final HttpClient http;
    private final ControllerMetrics metrics;
    private final PeerReports reports;
    private final ConcurrentLinkedDeque<Thread> patrols = new ConcurrentLinkedDeque<>();

    private SecuredPeers(
            PeerSettings settings, KubernetesClient client, ControllerMetrics metrics, EnvironmentProxies proxies) {
        this.settings = settings;
        this.client = client;
        this.metrics = metrics;
        this.reports = new PeerReports(metrics.peers());
        this.secret = PeerSecret.watch(client, settings);
        this.http = HttpClient.newBuilder()
                .proxy(proxies)
                .authenticator(proxies.authenticator())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(trusting())
                .build();
    }

    /**
     * By the settings; nothing is read or watched where it is disabled.
     *
     * @param client reads the Secret, and asks for reviews, whether or not this process leads
     */
    public static PeerSecurity of(
            PeerSettings settings, KubernetesClient client, ControllerMetrics metrics, EnvironmentProxies proxies) {
        return switch (settings.mode()) {
            case disabled -> NONE;
            case audit, enforced -> new SecuredPeers(settings, client, metrics, proxies);
        };
    }

    @Override
    public PeerHttp calls(HttpClient plain) {
        return new SecuredCalls(
                plain,
                metrics.metered(http),
                settings.mode(),
                new PeerToken(settings.token(), System::nanoTime),
                reports);
    }

    @Override
    public PeerServing serving(String server, Predicate<HttpRequest> open) {
        PeerSecretKeeper keeper = new PeerSecretKeeper(client, settings, Clock.systemUTC());
        keeper.keep();
        secret.read();
        patrols.add(keeper.patrol());
        TokenReviews reviews = new TokenReviews(client, settings, Clock.systemUTC());
        PeerGuard guard = new PeerGuard(server, open, settings.mode() == PeerMode.audit, reviews, reports);
        return new PeerServing(Optional.of(showing()), guard::around);
    }

    private SSLContext trusting() {
        SSLContext context = context(
                new KeyManager[0], new TrustManager[] {new PeerTrust(secret, new PeerNames(settings.namespace()))});
        context.getClientSessionContext().setSessionTimeout(SESSION_SECONDS);
        return context;
    }

    private SSLContext showing() {
        return context(new KeyManager[] {new PeerKeys(secret)}, new TrustManager[0]);
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, new SecureRandom());
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime speaks TLS", impossible);
        }
    }

    @Override
    public void close() {
        patrols.forEach(Thread::interrupt);
        http.shutdownNow();
        secret.close();
    }
}
