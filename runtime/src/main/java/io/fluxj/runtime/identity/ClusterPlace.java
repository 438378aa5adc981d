package io.fluxj.runtime.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a cluster is.
 *
 * @param address of its API server, {@code https://host:port}
 * @param certificates PEM of those who vouch for the server
 * @param expires when to look again
 */
public record ClusterPlace(String address, String certificates, Instant expires) implements Expiring {
    /**
     * As a cloud tells it.
     *
     * @param server an address, or a host
     * @param encoded certificates in Base64; empty when usual authorities vouch for it
     */
    public static ClusterPlace told(String server, String encoded, Instant expires) throws IdentityException {
        try {
            URI uri = URI.create(server.contains("://") ? server : "https://" + server);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                int port = uri.getPort() < 0 ? 443 : uri.getPort();
                String pem = new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.US_ASCII);
                return new ClusterPlace("https://" + uri.getHost() + ":" + port, pem, expires);
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new IdentityException("the cloud does not tell where the cluster is");
    }
}
