package io.fluxj.notification.delivery;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.notification.provider.Line;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The ways to services.
 *
 * @param addresses where events may go to
 * @param usual whom Providers trust that name no certificates
 */
public record Ways(Clients clients, AddressRule addresses, Pace pace, TlsConfig usual) {
    private static final long PATIENCE = 15;

    /** The way to one of them, for as long as its Provider allows. */
    Line line(Prepared prepared, @Nullable GoDuration timeout) throws GeneralSecurityException, IOException {
        Duration allowed = timeout == null ? pace.seconds(PATIENCE) : pace.scaled(timeout.value());
        TlsConfig tls = prepared.tls().equals(TlsConfig.SYSTEM) ? usual : prepared.tls();
        return new HttpLine(clients.get(tls, prepared.proxy()), prepared.tls(), addresses, Deadline.in(allowed), pace);
    }
}
