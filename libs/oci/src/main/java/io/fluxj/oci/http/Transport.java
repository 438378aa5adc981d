package io.fluxj.oci.http;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.AnyCertificate;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Sends one request and follows nothing. */
record Transport(HttpClient client, Proxies proxies, Deadline deadline) implements AutoCloseable {

    static Transport open(RegistryAccess access) throws RegistryException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(access.proxies().selector())
                .connectTimeout(access.timeout())
                .executor(task -> Thread.ofVirtual().name("registry").start(task));
        context(access).ifPresent(builder::sslContext);
        return new Transport(builder.build(), access.proxies(), Deadline.in(access.timeout()));
    }

    /** The same for a question that may take so long at most. */
    Transport within(Duration time) {
        return new Transport(client, proxies, deadline.atMost(time));
    }

    private static Optional<SSLContext> context(RegistryAccess access) throws RegistryException {
        try {
            return access.insecure() && access.tls().equals(TlsConfig.SYSTEM)
                    ? Optional.of(AnyCertificate.context())
                    : access.tls().context();
        } catch (GeneralSecurityException | IOException unusable) {
            throw new RegistryException(
                    RegistryException.Problem.CERTIFICATE,
                    "the client certificate or its key cannot be used: " + unusable.getMessage(),
                    unusable);
        }
    }

    Reply send(HttpRequest.Builder request, URI target) throws RegistryException, InterruptedException {
        Proxy proxy = proxies.selector().select(target).getFirst();
        if (proxy.type() == Proxy.Type.SOCKS) {
            throw new RegistryException(
                    RegistryException.Problem.UNREACHABLE,
                    "registries cannot be reached through SOCKS proxies; name an http:// proxy instead");
        }
        // Without an authenticator of the client: it would take the place of our answers to servers too.
        proxyAuthorization(proxy, target).ifPresent(value -> request.setHeader("Proxy-Authorization", value));
        HttpRequest built = request.uri(target).build();
        return Reply.of(await(client.sendAsync(built, HttpResponse.BodyHandlers.ofInputStream()), built), deadline);
    }

    private HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> answer, HttpRequest request)
            throws RegistryException, InterruptedException {
        String asked = request.method() + " " + Addresses.shown(request.uri());
        try {
            return answer.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw Failures.timeout(asked);
        } catch (InterruptedException unwanted) {
            answer.cancel(true);
            throw unwanted;
        } catch (ExecutionException failed) {
            throw Failures.unreachable(asked, failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private Optional<String> proxyAuthorization(Proxy proxy, URI target) {
        if (!(proxy.address() instanceof InetSocketAddress address)) {
            return Optional.empty();
        }
        PasswordAuthentication who = proxies.authenticator()
                .requestPasswordAuthenticationInstance(
                        address.getHostString(),
                        address.getAddress(),
                        address.getPort(),
                        target.getScheme(),
                        "",
                        "basic",
                        null,
                        Authenticator.RequestorType.PROXY);
        return Optional.ofNullable(who).map(Transport::basic);
    }

    private static String basic(PasswordAuthentication who) {
        byte[] both = (who.getUserName() + ":" + new String(who.getPassword())).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Does not wait for servers that still send. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
