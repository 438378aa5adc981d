package io.fluxj.runtime.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One question to somebody who issues tokens.
 *
 * @param method of HTTP
 * @param address whom to ask
 * @param headers what is sent along; shown by nothing
 * @param body empty for none; shown by nothing
 */
public record Call(String method, URI address, Map<String, String> headers, String body) {
    /** Makes the map unmodifiable. */
    public Call {
        headers = Map.copyOf(headers);
    }

    /** A question without a body. */
    public static Call get(URI address, Map<String, String> headers) {
        return new Call("GET", address, headers, "");
    }

    /** A form that is filled in. */
    public static Call form(URI address, Map<String, String> fields) {
        return new Call("POST", address, Map.of("Content-Type", "application/x-www-form-urlencoded"), query(fields));
    }

    /** Fields as forms and addresses have them. */
    public static String query(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** Without headers, body and query. */
    @Override
    public String toString() {
        return method + " " + address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }
}
