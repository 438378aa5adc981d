package io.fluxj.source.helm;

import io.fluxj.net.tls.TlsConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where to fetch the index from, as whom.
 *
 * @param index its address, without name and password
 * @param headers sent along
 * @param tls certificates
 * @param timeout for all of it
 */
record IndexSource(URI index, Map<String, String> headers, TlsConfig tls, Duration timeout) {
    IndexSource {
        headers = Map.copyOf(headers);
    }

    /** Without the headers. */
    @Override
    public String toString() {
        return "IndexSource[" + index + "]";
    }
}
