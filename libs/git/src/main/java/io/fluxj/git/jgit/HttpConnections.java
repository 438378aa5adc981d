package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
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
        Proxy proxy = access.proxies().selector().select(toUri(url)).getFirst();
        HttpConnection connection = plain.create(answeringProxies(url), proxy);
        int milliseconds = Math.clamp(access.timeout().toMillis(), 1, Integer.MAX_VALUE);
        connection.setConnectTimeout(milliseconds);
        connection.setReadTimeout(milliseconds);
        if (tls.isPresent() && url.getProtocol().equals("https")) {
            configure(connection, tls.get());
        }
        Optional<String> authorization = authorization();
        if (authorization.isPresent() && isOwnHost(url)) {
            connection.setRequestProperty("Authorization", authorization.get());
        }
        return connection;
    }

    /** JGit asks the JVM's own selector, which knows nothing of this access. */
    @Override
    public HttpConnection create(URL url, Proxy ignored) throws IOException {
        return create(url);
    }

    /** JGit hides the connection, so what it opens has to come with its answers. */
    private URL answeringProxies(URL url) throws IOException {
        return URL.of(toUri(url), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL same) throws IOException {
                return openConnection(same, Proxy.NO_PROXY);
            }

            @Override
            protected URLConnection openConnection(URL same, Proxy proxy) throws IOException {
                URLConnection connection = url.openConnection(proxy);
                if (connection instanceof HttpURLConnection http) {
                    http.setAuthenticator(access.proxies().authenticator());
                }
                return connection;
            }
        });
    }

    private static void configure(HttpConnection connection, TlsIdentity identity) throws IOException {
        try {
            connection.configure(identity.keys(), identity.trust(), null);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("certificates cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private boolean isOwnHost(URL address) throws IOException {
        GitUrl own = access.url();
        GitUrl target = new GitUrl(toUri(address));
        boolean upgraded = own.scheme().equals("http") && target.scheme().equals("https");
        boolean samePlace = own.scheme().equals(target.scheme()) && own.port() == target.port();
        boolean upgradedPlace = upgraded && (own.port() == target.port() || (own.port() == 80 && target.port() == 443));
        return (samePlace || upgradedPlace) && own.host().equalsIgnoreCase(target.host());
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
