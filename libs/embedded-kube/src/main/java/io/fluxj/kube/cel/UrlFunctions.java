package io.fluxj.kube.cel;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Kubernetes' functions on addresses of the web: url, isURL and the parts of a URL. */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class UrlFunctions {
    private static final OpaqueType URL = OpaqueType.create("kubernetes.URL");

    private UrlFunctions() {}

    /**
     * A parsed address.
     *
     * @param text as it was given
     * @param uri its parts
     */
    record Url(String text, URI uri) {}

    static void addTo(Functions functions) {
        functions
                .add(
                        "url",
                        CelOverloadDecl.newGlobalOverload("string_to_url", URL, SimpleType.STRING),
                        String.class,
                        text -> parse(text)
                                .orElseThrow(() -> new Failure("URL parse error during conversion from string: parse \""
                                        + text + "\": invalid URI for request")))
                .add(
                        "isURL",
                        CelOverloadDecl.newGlobalOverload("is_url_string", SimpleType.BOOL, SimpleType.STRING),
                        String.class,
                        text -> parse(text).isPresent());
        part(functions, "getScheme", "url_get_scheme", uri -> uri.getScheme());
        part(functions, "getHost", "url_get_host", UrlFunctions::host);
        part(functions, "getHostname", "url_get_hostname", UrlFunctions::hostname);
        part(functions, "getPort", "url_get_port", UrlFunctions::port);
        part(functions, "getEscapedPath", "url_get_escaped_path", uri -> uri.getRawPath());
        functions.add(
                "getQuery",
                CelOverloadDecl.newMemberOverload(
                        "url_get_query", MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)), URL),
                Url.class,
                url -> query(url.uri()));
    }

    private static void part(Functions functions, String name, String id, Function<URI, String> part) {
        functions.add(name, CelOverloadDecl.newMemberOverload(id, SimpleType.STRING, URL), Url.class, url -> {
            String value = part.apply(url.uri());
            return value == null ? "" : value;
        });
    }

    /** The address; empty unless it is absolute or an absolute path. */
    static Optional<Url> parse(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() || text.startsWith("/") ? Optional.of(new Url(text, uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String host(URI uri) {
        String authority = uri.getRawAuthority();
        return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static String hostname(URI uri) {
        String host = host(uri);
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static String port(URI uri) {
        String host = host(uri);
        int colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? "" : host.substring(colon + 1);
    }

    private static Map<String, List<String>> query(URI uri) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        if (query == null || query.isEmpty()) {
            return out;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            out.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
        }
        return out;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
