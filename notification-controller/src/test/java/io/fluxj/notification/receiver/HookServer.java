package io.fluxj.notification.receiver;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import io.fluxj.notification.Finalized;
import io.fluxj.notification.NotificationController;
import io.fluxj.notification.NotificationOptions;
import io.fluxj.notification.receiver.hook.HookSettings;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.RunningController;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A controller with the Receivers alone, whose issuers of tokens are those of a test. */
final class HookServer implements AutoCloseable {
    /** A connection is idle too while a call is being answered: a busy machine needs seconds for all that a call asks of the cluster. */
    private static final ServerBounds BOUNDS = new ServerBounds(
            256 * 1024, 3 * 1024 * 1024, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMinutes(1), 64, 64);

    private final RunningController running;
    private final int port;
    private final Runnable release;

    private HookServer(RunningController running, int port, Runnable release) {
        this.running = running;
        this.port = port;
        this.release = release;
    }

    /**
     * What differs from a controller in a cluster.
     *
     * @param authority whose certificates issuers may have, in PEM form; empty for none
     * @param googleKeys where Google's keys are
     */
    record Places(String authority, String googleKeys) {}

    static HookServer start(KubernetesClient client, Places places, Map<String, String> variables, String... flags)
            throws Exception {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        ControllerDefinition<NotificationOptions> definition = new Definition(places, port);
        String[] all = java.util.stream.Stream.concat(
                        List.of("--metrics-addr=0", "--health-addr=0").stream(), List.of(flags).stream())
                .toArray(String[]::new);
        NotificationOptions options = ControllerProgram.parse(definition, all);
        RunningController running = ControllerProgram.start(definition, options, client, variables);
        running.working().get(120, TimeUnit.SECONDS);
        List<String> own =
                Optional.ofNullable(variables.get("RUNTIME_NAMESPACE")).stream().toList();
        return new HookServer(running, port.get(), () -> Finalized.release(client, own));
    }

    private record Definition(Places places, CompletableFuture<Integer> port)
            implements ControllerDefinition<NotificationOptions> {
        @Override
        public String name() {
            return NotificationController.NAME;
        }

        @Override
        public NotificationOptions newOptions() {
            return new NotificationOptions();
        }

        @Override
        public ControllerParts build(ControllerEnvironment environment, NotificationOptions options)
                throws IOException {
            HookSettings usual = Receivers.settings(environment, options);
            HookSettings settings = new HookSettings(
                    usual.scope(),
                    usual.noCrossNamespaceRefs(),
                    Proxies.NONE,
                    TlsConfig.trusting(Trust.besideSystem(places.authority())),
                    places.googleKeys(),
                    Duration.ofSeconds(1));
            Receivers receivers = Receivers.of(environment, options, settings);
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server = environment.resources().keep(HttpServer.start("hooks", any, BOUNDS, receivers.hooks()));
            port.complete(server.port());
            return new ControllerParts(receivers.kinds(), List.of());
        }
    }

    int port() {
        return port;
    }

    RawHttp.Answer post(String target, Map<String, String> headers, @Nullable String body) throws IOException {
        return RawHttp.send(
                port,
                "POST",
                target,
                headers,
                (body == null ? "" : body).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        release.run();
        running.close();
    }
}
