package io.fluxj.kube.access;

/**
 * What somebody wants to do.
 *
 * @param verb such as get
 * @param resource whether it is about a resource rather than a path
 * @param group the resource's group
 * @param version the resource's version
 * @param plural the resource, with its subresource after a slash
 * @param namespace empty for cluster-scoped objects and all namespaces
 * @param name empty for collections
 * @param path the path, when it is not about a resource
 */
public record Attributes(
        String verb,
        boolean resource,
        String group,
        String version,
        String plural,
        String namespace,
        String name,
        String path) {}
