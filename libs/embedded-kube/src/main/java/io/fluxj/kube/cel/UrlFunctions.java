package io.fluxj.kube.cel;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.util.function.Function;

/** Kubernetes' functions on addresses of the web: url, isURL and the parts of a URL. */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class UrlFunctions {
    private static final OpaqueType URL = OpaqueType.create("kubernetes.URL");

    private UrlFunctions() {}

    static void addTo(Functions functions) {
        functions
                .add(
                        "url",
                        CelOverloadDecl.newGlobalOverload("string_to_url", URL, SimpleType.STRING),
                        String.class,
                        UrlFunctions::parse)
                .add(
                        "isURL",
                        CelOverloadDecl.newGlobalOverload("is_url_string", SimpleType.BOOL, SimpleType.STRING),
                        String.class,
                        UrlFunctions::valid);
        part(functions, "getScheme", "url_get_scheme", RequestUrl::scheme);
        part(functions, "getHost", "url_get_host", RequestUrl::host);
        part(functions, "getHostname", "url_get_hostname", RequestUrl::hostname);
        part(functions, "getPort", "url_get_port", RequestUrl::port);
        part(functions, "getEscapedPath", "url_get_escaped_path", RequestUrl::path);
        functions.add(
                "getQuery",
                CelOverloadDecl.newMemberOverload(
                        "url_get_query", MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)), URL),
                RequestUrl.class,
                RequestUrl::parameters);
    }

    private static void part(Functions functions, String name, String id, Function<RequestUrl, String> part) {
        functions.add(
                name, CelOverloadDecl.newMemberOverload(id, SimpleType.STRING, URL), RequestUrl.class, part::apply);
    }

    private static RequestUrl parse(String text) {
        try {
            return RequestUrl.parse(text);
        } catch (Failure e) {
            throw new Failure("URL parse error during conversion from string: " + e.getMessage());
        }
    }

    static boolean valid(String text) {
        try {
            RequestUrl.parse(text);
            return true;
        } catch (Failure e) {
            return false;
        }
    }
}
