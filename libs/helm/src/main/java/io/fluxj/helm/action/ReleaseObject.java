package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object of a manifest. The content is shared: leave it as it is.
 *
 * @param content the whole object, its namespace filled in
 */
public record ReleaseObject(ObjectId id, ObjectNode content) {}
