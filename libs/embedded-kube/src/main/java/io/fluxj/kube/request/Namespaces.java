package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.store.Stored;
import java.util.Optional;

/** Objects are made in namespaces that exist and are not going away. */
final class Namespaces {
    static final ResourceName RESOURCE = new ResourceName("", "namespaces");

    private final Core core;

    Namespaces(Core core) {
        this.core = core;
    }

    void checkCreate(Target target, Key key) {
        if (!target.type().namespaced()) {
            return;
        }
        Optional<Stored> namespace = core.store().get(RESOURCE, new Key("", key.namespace()));
        if (namespace.isEmpty()) {
            throw ApiError.notFound(RESOURCE, key.namespace());
        }
        ObjectNode object = namespace.get().object();
        if (new Meta(object).deleting()) {
            throw terminating(target, key);
        }
    }

    private static ApiError terminating(Target target, Key key) {
        ApiError forbidden = ApiError.forbidden(
                target.type().name(),
                key.name(),
                "unable to create new content in namespace " + key.namespace() + " because it is being terminated");
        ObjectNode details = (ObjectNode) forbidden.status().path("details");
        details.putArray("causes")
                .addObject()
                .put("reason", "NamespaceTerminating")
                .put("message", "namespace " + key.namespace() + " is being terminated")
                .put("field", "metadata.namespace");
        return ApiError.of(forbidden.code(), forbidden.reason(), String.valueOf(forbidden.getMessage()), details);
    }
}
