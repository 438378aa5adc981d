package io.fluxj.kube.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method upper case
 * @param path decoded per segment is left to the reader: the raw path, without the query
 * @param query parameters in order of appearance
 * @param headers names in lower case
 * @param body whole body
 * @param certificate the client's certificate, unverified, when it sent one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body,
        @Nullable X509Certificate certificate) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** What the subprotocol begins with by which a browser's websocket brings its token. */
    public static final String BEARER_PROTOCOL = "base64url.bearer.authorization.k8s.io.";

    /** Whether it asks for a websocket. */
    public boolean upgradesToWebSocket() {
        return header("upgrade").filter(u -> u.equalsIgnoreCase("websocket")).isPresent()
                && headerValues("connection").stream()
                        .anyMatch(c -> c.toLowerCase(Locale.ROOT).contains("upgrade"));
    }

    /** All values of a header. */
    public List<String> headerValues(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The first value of a query parameter, or empty. */
    public String parameter(String name) {
        List<String> values = query.get(name);
        return values == null ? "" : values.getFirst();
    }

    /** Whether a query parameter says true. */
    public boolean flag(String name) {
        String value = parameter(name);
        return value.equals("true") || value.equals("1") || value.equals("t");
    }

    /** Parameters that are malformed are left out, as the real server does. */
    static Map<String, List<String>> parseQuery(@Nullable String raw) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return out;
        }
        int start = 0;
        while (start <= raw.length()) {
            int end = raw.indexOf('&', start);
            end = end < 0 ? raw.length() : end;
            addParameter(out, raw.substring(start, end));
            start = end + 1;
        }
        return out;
    }

    private static void addParameter(Map<String, List<String>> out, String pair) {
        if (pair.isEmpty() || pair.contains(";")) {
            return;
        }
        int equals = pair.indexOf('=');
        Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
        Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
        if (name.isPresent() && value.isPresent()) {
            out.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(value.get());
        }
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
