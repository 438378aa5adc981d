package io.fluxj.runtime.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * One question and its answer in JSON. Redirects are not followed, for what is sent along is for this place alone.
 *
 * @param method of HTTP
 * @param address whom to ask
 * @param headers what is sent along; shown by nothing
 * @param body empty for none
 */
record JsonCall(String method, URI address, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LARGEST = 1 << 20;
    private static final int SHOWN = 300;

    /**
     * The answer.
     *
     * @throws IdentityException when there is none, or it is a refusal; the message has the place and what was answered
     */
    JsonNode send(HttpRoute route) throws IdentityException {
        return parsed(shown(), text(route));
    }

    static JsonNode parsed(String shown, String answer) throws IdentityException {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException malformed) {
            // its message would show what stands around the fault
            throw new IdentityException(shown + ": the answer is not JSON");
        }
    }

    /** The answer as it is. */
    String text(HttpRoute route) throws IdentityException {
        try {
            HttpURLConnection http = open(route);
            int status = http.getResponseCode();
            if (status < 200 || status > 299) {
                throw new IdentityException(shown() + ": " + status + " " + refusal(http));
            }
            try (InputStream in = http.getInputStream()) {
                return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            }
        } catch (IOException | GeneralSecurityException failed) {
            throw new IdentityException(shown() + ": " + failed.getMessage(), failed);
        }
    }

    private HttpURLConnection open(HttpRoute route) throws IOException, GeneralSecurityException {
        HttpURLConnection http = (HttpURLConnection) address.toURL()
                .openConnection(route.proxies().selector().select(address).getFirst());
        http.setAuthenticator(route.proxies().authenticator());
        if (http instanceof HttpsURLConnection https) {
            route.tls().context().ifPresent(context -> https.setSSLSocketFactory(context.getSocketFactory()));
        }
        http.setInstanceFollowRedirects(false);
        http.setConnectTimeout((int) PATIENCE.toMillis());
        http.setReadTimeout((int) PATIENCE.toMillis());
        http.setRequestMethod(method);
        headers.forEach(http::setRequestProperty);
        if (!body.isEmpty()) {
            http.setDoOutput(true);
            http.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        return http;
    }

    /** What the server says of it, on one line. */
    private static String refusal(HttpURLConnection http) throws IOException {
        @Nullable InputStream said = http.getErrorStream();
        if (said == null) {
            return "";
        }
        try (said) {
            String text = new String(said.readNBytes(SHOWN), StandardCharsets.UTF_8);
            return text.replaceAll("\\p{Cntrl}+", " ").strip();
        }
    }

    private String shown() {
        return method + " " + address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }
}
