package io.fluxj.oci.sigstore;

import io.fluxj.oci.x509.TrustPath;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who issues certificates, or timestamps.
 *
 * @param chain its certificates, the root last
 * @param span when it is trusted
 */
record Authority(List<X509Certificate> chain, Span span) {
    Authority {
        chain = List.copyOf(chain);
    }

    X509Certificate root() {
        return chain.getLast();
    }

    /** The certificates up to its root, when it vouches for one at that time. */
    Optional<List<X509Certificate>> path(X509Certificate leaf, Instant at) {
        return span.holds(at) ? new TrustPath(List.of(root()), chain).of(leaf, at) : Optional.empty();
    }
}
