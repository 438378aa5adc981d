package io.fluxj.kube.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * A resource at a version, as the server serves it.
 *
 * @param group empty for the core group
 * @param version such as v1
 * @param kind such as Deployment
 * @param listKind such as DeploymentList
 * @param plural the name in paths
 * @param singular the name of one
 * @param namespaced whether objects live in namespaces
 * @param shortNames other names for kubectl
 * @param categories groups of resources for kubectl
 * @param verbs what may be asked for
 * @param subresources such as status and scale
 * @param schema of the kind at this version
 * @param stored under which resource the objects are kept
 * @param storageVersion at which version they are kept
 * @param custom null for built-in kinds; else the version's entry in its definition
 */
public record ResourceType(
        String group,
        String version,
        String kind,
        String listKind,
        String plural,
        String singular,
        boolean namespaced,
        List<String> shortNames,
        List<String> categories,
        List<String> verbs,
        Set<String> subresources,
        Schema schema,
        ResourceName stored,
        GroupVersion storageVersion,
        @org.jspecify.annotations.Nullable JsonNode custom) {

    /** The resource without its version. */
    public ResourceName name() {
        return new ResourceName(group, plural);
    }

    /** The kind without its version. */
    public GroupKind groupKind() {
        return new GroupKind(group, kind);
    }

    /** The group at its version. */
    public GroupVersion groupVersion() {
        return new GroupVersion(group, version);
    }

    /** What stands in an object's {@code apiVersion}. */
    public String apiVersion() {
        return groupVersion().apiVersion();
    }

    /** Whether it comes from a CustomResourceDefinition. */
    public boolean isCustom() {
        return custom != null;
    }

    /** Whether status is written by its own subresource. */
    public boolean hasStatus() {
        return subresources.contains("status");
    }
}
