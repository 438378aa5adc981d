package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitUrl;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/**
 * HTTP connections with this access's certificates, time limits and credentials. Credentials go to the host of the
 * repository's own address alone: a redirect to another host does not take them along.
 */
final class HttpConnections implements HttpConnectionFactory {
    /** Stands for the repository's own host before JGit, which refuses names such as {@code my_host}. */
    static final String OWN_HOST = "own-host.invalid";

    private final GitAccess access;
    private final Guard guard;
    private final Optional<SSLContext> tls;

    private HttpConnections(GitAccess access, Guard guard, Optional<SSLContext> tls) {
        this.access = access;
        this.guard = guard;
        this.tls = tls;
    }

    /**
     * Connections for one access.
     *
     * @throws GeneralSecurityException when a certificate or key cannot be used
     */
    static HttpConnections of(GitAccess access, Guard guard) throws GeneralSecurityException, IOException {
        return new HttpConnections(access, guard, access.tls().context());
    }

    @Override
    public HttpConnection create(URL asked) throws IOException {
        URL url = real(asked);
        Proxy proxy = way(url);
        HttpURLConnection http = (HttpURLConnection) url.openConnection(proxy);
        http.setAuthenticator(access.proxies().authenticator());
        if (http instanceof HttpsURLConnection https) {
            tls.ifPresent(context -> https.setSSLSocketFactory(context.getSocketFactory()));
        }
        GuardedHttp connection = new GuardedHttp(http, guard, peer(url, proxy));
        connection.setConnectTimeout(0);
        connection.setReadTimeout(0);
        Optional<String> authorization = authorization();
        if (authorization.isPresent() && isOwnHost(url)) {
            connection.setRequestProperty("Authorization", authorization.get());
        }
        return connection;
    }

    /**
     * How to get there. Where not every address will do, a connection without encryption goes to the very address that was checked, given as
     * a proxy, so that the name cannot lead elsewhere by then; with encryption the certificate says that it is the one of that name.
     */
    private Proxy way(URL url) throws IOException {
        Proxy proxy = access.proxies().selector().select(toUri(url)).getFirst();
        if (access.addresses().allowsAll()) {
            return proxy;
        }
        try {
            return checked(url, proxy);
        } catch (UnknownHostException unknown) {
            throw unknown;
        } catch (IOException refused) {
            throw Guard.failure(Problem.REFUSED, String.valueOf(refused.getMessage()));
        }
    }

    private Proxy checked(URL url, Proxy proxy) throws IOException {
        if (proxy.type() != Proxy.Type.DIRECT) {
            access.addresses().checkBehindProxy(url.getHost());
            return proxy;
        }
        InetAddress address = access.addresses().resolve(url.getHost());
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        return url.getProtocol().equals("http")
                ? new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address, port))
                : proxy;
    }

    /** JGit asks the JVM's own selector, which knows nothing of this access. */
    @Override
    public HttpConnection create(URL url, Proxy ignored) throws IOException {
        return create(url);
    }

    private URL real(URL asked) throws IOException {
        return asked.getHost().equals(OWN_HOST)
                ? URL.of(
                        toUri(asked.toString()
                                .replaceFirst(OWN_HOST, access.url().host())),
                        null)
                : asked;
    }

    private static String peer(URL url, Proxy proxy) {
        if (proxy.address() instanceof InetSocketAddress address) {
            return address.getHostString() + ":" + address.getPort();
        }
        return url.getHost() + ":" + (url.getPort() < 0 ? url.getDefaultPort() : url.getPort());
    }

    private boolean isOwnHost(URL address) throws IOException {
        GitUrl own = access.url();
        GitUrl target = target(address);
        boolean upgraded = own.scheme().equals("http") && target.scheme().equals("https");
        boolean samePlace = own.scheme().equals(target.scheme()) && own.port() == target.port();
        boolean upgradedPlace = upgraded && (own.port() == target.port() || (own.port() == 80 && target.port() == 443));
        return (samePlace || upgradedPlace) && own.host().equalsIgnoreCase(target.host());
    }

    private static GitUrl target(URL address) throws IOException {
        try {
            return GitUrl.parse(address.toString());
        } catch (IllegalArgumentException malformed) {
            throw new IOException("the server redirected to a malformed address", malformed);
        }
    }

    private Optional<String> authorization() {
        return switch (access.credentials()) {
            case GitCredentials.Basic basic -> Optional.of(basic(basic.username(), basic.password()));
            case GitCredentials.Bearer bearer -> Optional.of("Bearer " + bearer.token());
            case GitCredentials.None _ -> fromAddress();
            case GitCredentials.OverSsh _ -> Optional.empty();
        };
    }

    private Optional<String> fromAddress() {
        boolean named = !access.url().userInfo().isEmpty();
        return named ? Optional.of(basic(access.url().user(), access.url().password())) : Optional.empty();
    }

    private static String basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static URI toUri(URL url) throws IOException {
        return toUri(url.toString());
    }

    private static URI toUri(String url) throws IOException {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new IOException("the server redirected to a malformed address", malformed);
        }
    }
}
