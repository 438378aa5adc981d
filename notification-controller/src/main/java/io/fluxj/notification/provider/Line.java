package io.fluxj.notification.provider;

import io.fluxj.net.http.Deadline;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.identity.HttpRoute;
import java.util.List;

/** The way to a service, with the certificates and the proxy of its Provider, for one event. */
public interface Line {
    /**
     * Says something once.
     *
     * @throws DeliveryFailure when no answer comes
     */
    Reply once(Request request) throws DeliveryFailure, InterruptedException;

    /**
     * Says something, and again when no answer comes, or one that may pass. Source: golden/notification/failures.yaml.
     *
     * @throws DeliveryFailure when there is no other answer in the end
     */
    Reply persistently(Request request) throws DeliveryFailure, InterruptedException;

    /**
     * For those that do not speak HTTP: asks whether events may go to a host.
     *
     * @throws DeliveryFailure when they may not
     */
    void requireAllowed(String host) throws DeliveryFailure;

    /** A secret that is in nobody's Secret: what is said of failures does not show it. */
    void conceal(String secret);

    /** What was concealed. */
    List<String> concealed();

    /** When everything has to be said. */
    Deadline deadline();

    /** The certificates that the Provider names, for those that do not speak HTTP. */
    TlsConfig tls();

    /** The same way, to those who issue tokens. */
    HttpRoute route();
}
