package io.fluxj.notification.provider;

import io.fluxj.notification.event.EventJson;
import io.fluxj.runtime.secret.NamedSecret;
import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import io.nats.client.NKey;
import io.nats.client.Options;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** A subject of NATS. */
final class Nats implements Service {
    private final Settings settings;

    private Nats(Settings settings) {
        this.settings = settings;
    }

    static Service of(Settings settings) throws DeliveryFailure {
        if (settings.address().isEmpty()) {
            throw new DeliveryFailure("NATS server (address) cannot be empty");
        }
        if (settings.channel().isEmpty()) {
            throw new DeliveryFailure("NATS subject (channel) cannot be empty");
        }
        return new Nats(settings);
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        try {
            publish(connect(line), notification, line);
        } catch (DeliveryFailure failed) {
            throw failed.within("error publishing event to subject " + settings.channel());
        }
    }

    private void publish(Connection connection, Notification notification, Line line)
            throws DeliveryFailure, InterruptedException {
        try {
            connection.publish(settings.channel(), EventJson.bytes(notification.event()));
            connection.flush(line.deadline().left());
        } catch (TimeoutException late) {
            throw new DeliveryFailure("nats: timeout");
        } finally {
            connection.close();
        }
    }

    private Connection connect(Line line) throws DeliveryFailure, InterruptedException {
        try {
            for (String server : settings.address().split(",", -1)) {
                line.requireAllowed(host(server.strip()));
            }
            return io.nats.client.Nats.connect(options(line));
        } catch (AuthenticationException refused) {
            throw new DeliveryFailure("error connecting to server: nats: Authorization Violation");
        } catch (IOException unreachable) {
            throw new DeliveryFailure("error connecting to server: nats: no servers available for connection");
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new DeliveryFailure("error connecting to server: the address or the credentials cannot be used");
        }
    }

    /** Of {@code nats://host:port}, of which only the host is needed. */
    private static String host(String server) {
        String host =
                URI.create(server.contains("://") ? server : "nats://" + server).getHost();
        return host == null ? server : host;
    }

    private Options options(Line line) throws GeneralSecurityException, IOException {
        Duration patience = line.deadline().left();
        Options.Builder options = Options.builder()
                .server(settings.address())
                .connectionTimeout(patience)
                .noReconnect()
                .errorListener(new Silence());
        line.tls().context().ifPresent(options::sslContext);
        authenticate(options);
        return options.build();
    }

    /** By credentials, else by a key, else by name and password. */
    private void authenticate(Options.Builder options) throws GeneralSecurityException, IOException {
        NamedSecret secret = settings.credentials().secret();
        if (secret.has("creds")) {
            options.authHandler(
                    io.nats.client.Nats.staticCredentials(secret.text("creds").getBytes(StandardCharsets.UTF_8)));
        } else if (secret.has("nkey")) {
            options.authHandler(
                    new KeyHandler(NKey.fromSeed(secret.text("nkey").strip().toCharArray())));
        } else if (settings.credentials().isBasic()) {
            options.userInfo(settings.username(), settings.credentials().password());
        }
    }

    /** Signs what the server wants to be signed. */
    private record KeyHandler(NKey key) implements io.nats.client.AuthHandler {
        @Override
        public byte[] sign(byte[] nonce) {
            try {
                return key.sign(nonce);
            } catch (GeneralSecurityException | IOException unusable) {
                return new byte[0];
            }
        }

        @Override
        public char[] getID() {
            try {
                return key.getPublicKey();
            } catch (GeneralSecurityException | IOException unusable) {
                return new char[0];
            }
        }

        @Override
        public char[] getJWT() {
            return new char[0];
        }
    }

    /** Whatever goes wrong is told by the calls. */
    private static final class Silence implements io.nats.client.ErrorListener {}
}
