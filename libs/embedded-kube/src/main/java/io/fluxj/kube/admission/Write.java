package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.User;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceType;
import java.util.Optional;

/**
 * A write that is about to be done.
 *
 * @param type at the version of the request
 * @param key of the object
 * @param user who writes
 * @param before what is there; empty when the object is new
 * @param next what is to be there; may be added to as long as nothing was validated
 */
public record Write(ResourceType type, Key key, User user, Optional<ObjectNode> before, ObjectNode next) {
    boolean creates(String kind) {
        return before.isEmpty() && !type.isCustom() && type.kind().equals(kind);
    }

    ApiError forbidden(String cause) {
        return ApiError.forbidden(type.name(), key.name(), cause);
    }
}
