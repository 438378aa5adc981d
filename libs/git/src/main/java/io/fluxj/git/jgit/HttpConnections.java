package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/**
 * HTTP connections with this access's certificates, time limits and credentials. Credentials go to the host of the
 * repository's own address alone: a redirect to another host does not take them along.
 */
final class HttpConnections implements HttpConnectionFactory {
    private final HttpConnectionFactory plain = new JDKHttpConnectionFactory();
    private final GitAccess access;
    private final Optional<TlsIdentity> tls;

    private HttpConnections(GitAccess access, Optional<TlsIdentity> tls) {
        this.access = access;
        this.tls = tls;
    }

    /**
     * Connections for one access.
     *
     * @throws GeneralSecurityException when a certificate or key cannot be used
     */
    static HttpConnections of(GitAccess access) throws GeneralSecurityException, IOException {
        return new HttpConnections(access, TlsIdentity.of(access.tls()));
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, ProxySelector.getDefault().select(toUri(url)).getFirst());
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        HttpConnection connection = plain.create(url, proxy);
        int milliseconds = Math.clamp(access.timeout().toMillis(), 1, Integer.MAX_VALUE);
        connection.setConnectTimeout(milliseconds);
        connection.setReadTimeout(milliseconds);
        if (tls.isPresent() && url.getProtocol().equals("https")) {
            configure(connection, tls.get());
        }
        Optional<String> authorization = authorization();
        if (authorization.isPresent() && isOwnHost(toUri(url))) {
            connection.setRequestProperty("Authorization", authorization.get());
        }
        return connection;
    }

    private static void configure(HttpConnection connection, TlsIdentity identity) throws IOException {
        try {
            connection.configure(identity.keys(), identity.trust(), null);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("certificates cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private boolean isOwnHost(URI target) {
        URI own = access.url().uri();
        boolean upgraded = own.getScheme().equals("http") && target.getScheme().equals("https");
        boolean samePort = port(own) == port(target) || (upgraded && port(own) == 80 && port(target) == 443);
        boolean downgraded =
                own.getScheme().equals("https") && target.getScheme().equals("http");
        return !downgraded && samePort && own.getHost().equalsIgnoreCase(target.getHost());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }

    private Optional<String> authorization() {
        return switch (access.credentials()) {
            case GitCredentials.Basic basic -> Optional.of(basic(basic.username(), basic.password()));
            case GitCredentials.Bearer bearer -> Optional.of("Bearer " + bearer.token());
            case GitCredentials.None _ -> fromAddress();
            case GitCredentials.Ssh _ -> Optional.empty();
        };
    }

    private Optional<String> fromAddress() {
        boolean named = access.url().uri().getRawUserInfo() != null;
        return named ? Optional.of(basic(access.url().user(), access.url().password())) : Optional.empty();
    }

    private static String basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static URI toUri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException malformed) {
            throw new IOException("the server redirected to a malformed address", malformed);
        }
    }
}
