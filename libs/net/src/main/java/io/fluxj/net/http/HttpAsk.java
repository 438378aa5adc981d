package io.fluxj.net.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A request with a body.
 *
 * @param method such as {@code POST}
 * @param address whom to ask
 * @param headers sent with it; shown by nothing
 * @param body empty for none; shown by nothing
 */
public record HttpAsk(String method, URI address, Map<String, String> headers, String body) {
    /** Makes the map unmodifiable. */
    public HttpAsk {
        headers = Map.copyOf(headers);
    }

    /** As Go's HTTP clients begin their messages: {@code Post "https://..."}. */
    @Override
    public String toString() {
        return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT) + " \"" + address + "\"";
    }
}
