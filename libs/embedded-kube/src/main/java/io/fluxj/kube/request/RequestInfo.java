package io.fluxj.kube.request;

import io.fluxj.kube.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request's path and method say.
 *
 * @param verb such as get, list or deletecollection, empty for a method without a meaning; the method in lower case when no
 *     resource is named
 * @param resource whether a resource is named
 * @param group the API group
 * @param version the API version
 * @param plural the resource
 * @param subresource empty for the object itself
 * @param namespace empty for cluster-scoped objects and all namespaces
 * @param name empty for collections
 * @param path the whole path
 */
public record RequestInfo(
        String verb,
        boolean resource,
        String group,
        String version,
        String plural,
        String subresource,
        String namespace,
        String name,
        String path) {

    /** Reads a request's path. */
    public static RequestInfo of(HttpRequest request) {
        List<String> parts = new ArrayList<>();
        String path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        boolean core = parts.size() >= 3 && parts.getFirst().equals("api");
        boolean grouped = parts.size() >= 4 && parts.getFirst().equals("apis");
        if (!core && !grouped) {
            return new RequestInfo(
                    request.method().toLowerCase(java.util.Locale.ROOT), false, "", "", "", "", "", "", request.path());
        }
        String group = core ? "" : parts.get(1);
        String version = parts.get(core ? 1 : 2);
        List<String> rest = parts.subList(core ? 2 : 3, parts.size());
        boolean watch = rest.getFirst().equals("watch")
                && rest.size() > 1
                && request.method().equals("GET");
        RequestInfo info = resource(request, group, version, watch ? rest.subList(1, rest.size()) : rest);
        return watch ? info.withVerb("watch") : info;
    }

    private static RequestInfo resource(HttpRequest request, String group, String version, List<String> rest) {
        List<String> parts = rest;
        String namespace = "";
        boolean finalizesNamespace =
                parts.size() == 3 && List.of("status", "finalize").contains(parts.get(2));
        if (parts.getFirst().equals("namespaces") && parts.size() >= 3 && !finalizesNamespace) {
            namespace = parts.get(1);
            parts = parts.subList(2, parts.size());
        }
        String name = parts.size() > 1 ? parts.get(1) : "";
        String subresource = parts.size() > 2 ? String.join("/", parts.subList(2, parts.size())) : "";
        boolean namespaceItself = parts.getFirst().equals("namespaces") && group.isEmpty();
        return new RequestInfo(
                verb(request, name),
                true,
                group,
                version,
                parts.getFirst(),
                subresource,
                namespaceItself && namespace.isEmpty() ? "" : namespace,
                name,
                request.path());
    }

    private RequestInfo withVerb(String other) {
        return new RequestInfo(other, resource, group, version, plural, subresource, namespace, name, path);
    }

    private static String verb(HttpRequest request, String name) {
        boolean collection = name.isEmpty();
        return switch (request.method()) {
            case "GET" -> !collection ? "get" : request.flag("watch") ? "watch" : "list";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> collection ? "deletecollection" : "delete";
            default -> "";
        };
    }
}
