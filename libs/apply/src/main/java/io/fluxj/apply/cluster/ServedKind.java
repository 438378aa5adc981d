package io.fluxj.apply.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * Where the API serves a kind.
 *
 * @param group empty for the core group
 * @param version such as {@code v1}
 * @param plural such as {@code deployments}
 * @param namespaced whether its objects live in namespaces
 */
public record ServedKind(String group, String version, String plural, boolean namespaced) {

    /** Path of the collection; of all namespaces when the namespace is empty. */
    public String path(String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return namespaced && !namespace.isEmpty()
                ? root + "/namespaces/" + segment(namespace) + "/" + plural
                : root + "/" + plural;
    }

    /** Path of one object; the namespace of a cluster-scoped one does not count. */
    public String path(String namespace, String name) {
        return path(namespace) + "/" + segment(name);
    }

    private static String segment(String text) {
        String encoded = URLEncoder.encode(text, UTF_8).replace("+", "%20");
        return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
    }
}
