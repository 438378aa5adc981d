package io.fluxj.notification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.notification.event.GoJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is said to a service over HTTP.
 *
 * @param headers besides those that follow from the address and the body
 * @param body empty for none
 */
public record Request(String method, URI address, Map<String, String> headers, ByteBuffer body) {
    private static final String CONTENT_TYPE = "Content-Type";

    public Request {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        headers = all;
        body = body.asReadOnlyBuffer();
    }

    /** With bytes, which are kept as they are. */
    public Request(String method, URI address, Map<String, String> headers, byte[] body) {
        this(method, address, headers, ByteBuffer.wrap(body));
    }

    /** A copy of the body. */
    public byte[] bytes() {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }

    /** A question. */
    public static Request get(URI address) {
        return new Request("GET", address, Map.of(), new byte[0]);
    }

    /** A POST of JSON. */
    public static Request post(URI address, JsonNode json) {
        return json("POST", address, json);
    }

    /** JSON with another method. */
    public static Request json(String method, URI address, JsonNode json) {
        return new Request(method, address, Map.of(CONTENT_TYPE, "application/json"), GoJson.bytes(json));
    }

    /** A POST of a form. */
    public static Request form(URI address, Map<String, String> fields) {
        String form = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return new Request(
                "POST",
                address,
                Map.of(CONTENT_TYPE, "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** With one more header, or another value of it. */
    public Request with(String header, String value) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(header, value);
        return new Request(method, address, all, body);
    }

    /** With more headers, or other values of them. */
    public Request with(Map<String, String> more) {
        Request request = this;
        for (Map.Entry<String, String> header : more.entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
    }

    /** Without headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + address.getScheme() + "://" + address.getHost();
    }
}
