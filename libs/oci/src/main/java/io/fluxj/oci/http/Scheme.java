package io.fluxj.oci.http;

import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/**
 * How a registry is spoken to: over TLS, and without it only where that was allowed or the registry is near, and it does not speak TLS. A
 * certificate that does not hold never leads away from TLS. On this machine, where nobody listens, it is the other way round.
 */
record Scheme(Transport transport, String host, boolean insecure) {
    /** What servers answer that speak TLS alone. */
    private static final int BAD_REQUEST = 400;

    /** A server without TLS may wait for the end of what it does not understand. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** {@code scheme://host}. */
    URI base() throws RegistryException, InterruptedException {
        URI secure = URI.create("https://" + host);
        URI plain = URI.create("http://" + host);
        if (Addresses.isThisMachine(host)) {
            return first(List.of(plain, secure));
        }
        return insecure || Addresses.isNear(host) ? first(List.of(secure, plain)) : secure;
    }

    private URI first(List<URI> both) throws RegistryException, InterruptedException {
        try {
            greet(both.getFirst());
            return both.getFirst();
        } catch (RegistryException silent) {
            if (silent.problem() == Problem.CERTIFICATE) {
                throw silent;
            }
            return last(both.getLast(), silent);
        }
    }

    private URI last(URI base, RegistryException before) throws RegistryException, InterruptedException {
        try {
            greet(base);
            return base;
        } catch (RegistryException silentToo) {
            throw new RegistryException(silentToo.problem(), before.message() + "; " + silentToo.message(), silentToo);
        }
    }

    private void greet(URI base) throws RegistryException, InterruptedException {
        try (Reply reply = transport.within(PATIENCE).send(HttpRequest.newBuilder(), base.resolve("/v2/"))) {
            if (base.getScheme().equals("http") && reply.status() == BAD_REQUEST) {
                throw Refusals.of(reply);
            }
        }
    }
}
