package io.fluxj.notification;

import io.fluxj.notification.receiver.Receivers;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.HttpServer;
import io.fluxj.runtime.http.ServerBounds;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.peer.PeerServing;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.KindController;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notification-controller: events out to providers, webhooks in to receivers. Every replica serves both, whether or not it leads. */
public final class NotificationController implements ControllerDefinition<NotificationOptions> {
    /** Name of the controller. */
    public static final String NAME = "notification-controller";

    /** Bodies of 3 MiB, heads of 256 KiB, ten seconds for a head. Source: flags-endpoints §4. */
    private static final ServerBounds BOUNDS = new ServerBounds(
            256 * 1024,
            3 * 1024 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            1024,
            1024);

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(new NotificationController(), arguments));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public NotificationOptions newOptions() {
        return new NotificationOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, NotificationOptions options) throws IOException {
        check(options);
        Sending sending = Sending.of(environment, options);
        Receivers receivers = Receivers.of(environment, options);
        PeerServing peers = environment.peers().serving("events", request -> false);
        listen(environment, "events", options.eventsAddress(), sending.events(), peers);
        listen(environment, "hooks", options.receiverAddress(), receivers.hooks(), PeerServing.OPEN);
        List<KindController<?>> kinds = new ArrayList<>(sending.kinds());
        kinds.addAll(receivers.kinds());
        return new ControllerParts(kinds, List.of());
    }

    private static void check(NotificationOptions options) {
        WorkloadIdentityGate.check(
                options.shared().features(), Map.of("--default-service-account", options.defaultServiceAccount()));
    }

    private static void listen(
            ControllerEnvironment environment,
            String name,
            Optional<InetSocketAddress> address,
            HttpHandler handler,
            PeerServing peers)
            throws IOException {
        if (address.isPresent()) {
            environment
                    .resources()
                    .keep(HttpServer.start(
                            name, address.get(), BOUNDS, peers.guard().apply(handler), peers.tls()));
        }
    }
}
