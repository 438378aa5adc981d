package io.fluxj.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URL;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One request and its answer: what is read goes through a {@link PacketStream}, and a refusal is told with what the server says. */
final class GuardedHttp implements HttpConnection {
    private static final Set<String> ADVERTISEMENTS =
            Set.of("application/x-git-upload-pack-advertisement", "application/x-git-receive-pack-advertisement");
    private static final String ENCODING = "Content-Encoding";

    private final HttpURLConnection http;
    private final Guard guard;
    private final String peer;

    /**
     * A request.
     *
     * @param peer host and port that it connects to, for messages
     */
    GuardedHttp(HttpURLConnection http, Guard guard, String peer) {
        this.http = http;
        this.guard = guard;
        this.peer = peer;
    }

    @Override
    public int getResponseCode() throws IOException {
        guard.deadline().check();
        int status = connected(http::getResponseCode);
        if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
            throw HttpRefusal.of(http, status);
        }
        if (status == HTTP_OK && isQuestion() && !ADVERTISEMENTS.contains(String.valueOf(getContentType()))) {
            throw HttpRefusal.ofContent(getContentType());
        }
        return status;
    }

    private boolean isQuestion() {
        return http.getRequestMethod().equals("GET");
    }

    @Override
    public @Nullable String getContentType() {
        String type = http.getContentType();
        return type == null ? null : type.split(";", 2)[0].strip();
    }

    /** Unzipped here, so that what comes out is counted. */
    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = connected(http::getInputStream);
        String encoding = http.getHeaderField(ENCODING);
        boolean zipped = encoding != null && encoding.matches("(x-)?gzip");
        return new PacketStream(
                zipped ? new GZIPInputStream(in) : in,
                guard,
                isQuestion() ? PacketStream.WHOLE_ADVERTISEMENT : PacketStream.NO_ADVERTISEMENT);
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return name.equalsIgnoreCase(ENCODING) ? null : http.getHeaderField(name);
    }

    /** An exchange with the server. */
    private interface Exchange<T> {
        T run() throws IOException;
    }

    private <T> T connected(Exchange<T> exchange) throws IOException {
        try {
            return exchange.run();
        } catch (ConnectException refused) {
            throw Failures.notConnected(peer, refused);
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connected(http::getOutputStream);
    }

    @Override
    public void connect() throws IOException {
        connected(() -> {
            http.connect();
            return peer;
        });
    }

    @Override
    public URL getURL() {
        return http.getURL();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return String.valueOf(http.getResponseMessage());
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return http.getHeaderFields();
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return http.getHeaderFields().entrySet().stream()
                .filter(field -> name.equalsIgnoreCase(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .toList();
    }

    @Override
    public void setRequestProperty(String key, String value) {
        http.setRequestProperty(key, value);
    }

    @Override
    public void setRequestMethod(String method) throws ProtocolException {
        http.setRequestMethod(method);
    }

    @Override
    public String getRequestMethod() {
        return http.getRequestMethod();
    }

    @Override
    public void setUseCaches(boolean caches) {
        http.setUseCaches(caches);
    }

    /** The operation's own time counts, whatever JGit thinks. */
    @Override
    public void setConnectTimeout(int ignored) {
        http.setConnectTimeout(milliseconds());
    }

    @Override
    public void setReadTimeout(int ignored) {
        http.setReadTimeout(milliseconds());
    }

    private int milliseconds() {
        return Math.clamp(guard.deadline().timeout().toMillis(), 1, Integer.MAX_VALUE);
    }

    @Override
    public int getContentLength() {
        return http.getContentLength();
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        http.setInstanceFollowRedirects(follow);
    }

    @Override
    public void setDoOutput(boolean output) {
        http.setDoOutput(output);
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        http.setFixedLengthStreamingMode(length);
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        http.setChunkedStreamingMode(length);
    }

    @Override
    public boolean usingProxy() {
        return http.usingProxy();
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        throw new UnsupportedOperationException("hosts are verified as the JDK does");
    }

    @Override
    public void configure(KeyManager[] keys, TrustManager[] trust, @Nullable SecureRandom random) {
        throw new UnsupportedOperationException("certificates are those of the access");
    }
}
