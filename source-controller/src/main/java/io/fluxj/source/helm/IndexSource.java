package io.fluxj.source.helm;

import io.fluxj.net.tls.TlsConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where to fetch a file of a repository from, as whom.
 *
 * @param index address of the index, or of a chart, without name and password
 * @param headers sent along
 * @param tls certificates
 * @param timeout for all of it
 */
public record IndexSource(URI index, Map<String, String> headers, TlsConfig tls, Duration timeout) {
    /** Makes the map unmodifiable. */
    public IndexSource {
        headers = Map.copyOf(headers);
    }

    /**
     * Where another file is that the index names.
     *
     * @param everywhere whether the credentials go to any server; otherwise only to that of the index
     */
    public IndexSource at(URI file, boolean everywhere) {
        boolean known = everywhere
                || (index.getScheme().equals(file.getScheme())
                        && index.getRawAuthority().equalsIgnoreCase(file.getRawAuthority()));
        return new IndexSource(file, known ? headers : Map.of(), tls, timeout);
    }

    /** Without the headers. */
    @Override
    public String toString() {
        return "IndexSource[" + index + "]";
    }
}
