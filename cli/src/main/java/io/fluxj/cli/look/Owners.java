package io.fluxj.cli.look;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.ObjectReference;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.Resources;
import java.util.Optional;

/** Who brought an object: by its own labels, or by those of the objects that own it, as a Deployment owns its Pods. */
record Owners(Session session) {
    private static final int LONGEST_CHAIN = 10;

    /** The Kustomization that applied it. */
    Optional<ObjectReference> kustomization(FluxObject object) {
        return find(object, "kustomize.toolkit.fluxcd.io", "Kustomization", LONGEST_CHAIN);
    }

    /** The HelmRelease that it is part of. */
    Optional<ObjectReference> release(FluxObject object) {
        return find(object, "helm.toolkit.fluxcd.io", "HelmRelease", LONGEST_CHAIN);
    }

    private Optional<ObjectReference> find(FluxObject object, String group, String kind, int left) {
        String name = object.label(group + "/name");
        if (!name.isEmpty()) {
            return Optional.of(new ObjectReference(kind, object.label(group + "/namespace"), name));
        }
        if (left == 0) {
            return Optional.empty();
        }
        return object.elements("/metadata/ownerReferences")
                .flatMap(owner -> owner(owner, object.namespace()).stream())
                .flatMap(owner -> find(owner, group, kind, left - 1).stream())
                .findFirst();
    }

    private Optional<FluxObject> owner(JsonNode owner, String namespace) {
        return new Resources(session)
                .in(owner.path("apiVersion").asText(""), owner.path("kind").asText(""))
                .flatMap(definition -> new Objects(session)
                        .find(
                                definition,
                                new Namespaces.One(namespace),
                                owner.path("name").asText("")));
    }
}
