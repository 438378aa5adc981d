package io.fluxj.runtime.peer;

import io.fluxj.runtime.http.HttpRequest;
import java.net.http.HttpClient;
import java.util.function.Predicate;

/** How a controller speaks to the others of its installation. */
public interface PeerSecurity extends AutoCloseable {
    /** Over plain HTTP, to everybody. */
    PeerSecurity NONE = new PeerSecurity() {
        @Override
        public PeerHttp calls(HttpClient plain) {
            return plain::send;
        }

        @Override
        public PeerServing serving(String server, Predicate<HttpRequest> open) {
            return PeerServing.OPEN;
        }

        @Override
        public void close() {}
    };

    /**
     * How requests are sent.
     *
     * @param plain sends those that nothing is proved by
     */
    PeerHttp calls(HttpClient plain);

    /**
     * How requests are taken.
     *
     * @param server its name in logs and metrics
     * @param open which requests need no proof, such as probes
     */
    PeerServing serving(String server, Predicate<HttpRequest> open);

    @Override
    void close();
}
