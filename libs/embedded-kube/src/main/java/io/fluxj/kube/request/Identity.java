package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;

/** Which object a write is about: name, namespace, version and uid must be those of the request and of the live object. */
final class Identity {
    private Identity() {}

    /** Refuses a next state that is not of the live object. */
    static void check(Target target, ObjectNode before, ObjectNode next) {
        Meta meta = new Meta(next);
        checkName(target, meta);
        settleNamespace(target, meta);
        String wanted = meta.resourceVersion();
        if (!wanted.isEmpty() && !wanted.equals("0") && !wanted.equals(new Meta(before).resourceVersion())) {
            throw ApiError.modified(target.type().name(), target.key().name());
        }
        String uid = meta.uid();
        if (!uid.isEmpty() && !uid.equals(new Meta(before).uid())) {
            throw ApiError.conflict(
                    target.type().name(),
                    target.key().name(),
                    "StorageError: invalid object, Code: 4, Key: " + registryKey(target)
                            + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition"
                            + " failed: UID in precondition: " + uid + ", UID in object meta: "
                            + new Meta(before).uid());
        }
    }

    /** Refuses an object of another name than the request's. */
    static void checkName(Target target, Meta meta) {
        if (!meta.name().isEmpty() && !meta.name().equals(target.key().name())) {
            throw ApiError.badRequest("the name of the object (" + meta.name()
                    + ") does not match the name on the URL (" + target.key().name() + ")");
        }
        if (meta.name().isEmpty()) {
            throw ApiError.badRequest("the name of the object (" + target.key().name()
                    + " based on URL) was undeterminable: name must be provided");
        }
    }

    private static String registryKey(Target target) {
        String group = target.type().isCustom() ? target.type().group() + "/" : "";
        return "/registry/" + group + target.type().plural() + "/"
                + target.key().path();
    }

    /** Gives an object the namespace of the request, or refuses another one. */
    static void settleNamespace(Target target, Meta meta) {
        String given = meta.namespace();
        String wanted = target.key().namespace();
        if (!given.isEmpty() && !given.equals(wanted)) {
            if (!target.type().namespaced()) {
                throw ApiError.badRequest("namespace may not be set on cluster-scoped objects");
            }
            throw ApiError.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (target.type().namespaced()) {
            meta.node().put("namespace", wanted);
        } else {
            meta.node().remove("namespace");
        }
    }
}
