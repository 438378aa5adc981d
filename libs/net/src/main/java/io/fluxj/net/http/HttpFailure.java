package io.fluxj.net.http;

import io.fluxj.net.tls.UnverifiedCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** No answer came, or not all of it. The message is that of Go's HTTP clients, which is what Flux shows; it holds no credentials. */
public final class HttpFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");
    private static final Pattern PLAIN = Pattern.compile("(?i)unrecognized SSL message");
    private static final int MOST_CAUSES = 20;

    private HttpFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static HttpFailure of(URI address, IOException failed) {
        return failed instanceof HttpFailure known ? known : of(address, words(address, failed), failed);
    }

    static HttpFailure of(HttpAsk ask, IOException failed) {
        return failed instanceof HttpFailure known ? known : of(ask, words(ask.address(), failed), failed);
    }

    static HttpFailure of(HttpAsk ask, String problem, @Nullable Throwable cause) {
        return new HttpFailure(ask + ": " + problem, cause);
    }

    static HttpFailure of(URI address, String problem, @Nullable Throwable cause) {
        return new HttpFailure("Get \"" + address + "\": " + problem, cause);
    }

    /** Why no answer came from an address, in the words of Go's HTTP clients. */
    public static String problem(URI address, IOException failed) {
        return words(address, failed);
    }

    private static String words(URI address, IOException failed) {
        List<Throwable> causes = causes(failed);
        String said = UNSEEN.matcher(String.valueOf(failed.getMessage())).replaceAll(" ");
        return switch (failed) {
            case HttpTimeoutException _ -> "context deadline exceeded (Client.Timeout exceeded while awaiting headers)";
            case ConnectException _ -> unconnected(address, causes, said);
            case SSLException _ when PLAIN.matcher(said).find() -> "http: server gave HTTP response to HTTPS client";
            case SSLException _
            when causes.stream().anyMatch(CertificateException.class::isInstance) ->
                UnverifiedCertificate.message(causes, said);
            case SSLException _ -> "tls: " + said;
            case IOException _
            when said.equals("No credentials provided") -> "401 Unauthorized, or the proxy wants a name and password";
            default -> said.equals("null") ? failed.getClass().getSimpleName() : said;
        };
    }

    private static String unconnected(URI address, List<Throwable> causes, String said) {
        if (causes.stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "dial tcp: lookup " + address.getHost() + ": no such host";
        }
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        String why = said.equals("null") ? "connection refused" : said.toLowerCase(java.util.Locale.ROOT);
        return "dial tcp " + address.getHost() + ":" + port + ": connect: " + why;
    }

    private static List<Throwable> causes(Throwable failed) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failed; cause != null && causes.size() < MOST_CAUSES; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
