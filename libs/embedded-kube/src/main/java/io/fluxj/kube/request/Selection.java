package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which objects of a resource a request is about.
 *
 * @param namespace empty for all
 * @param name empty for all
 * @param labels test of the labels
 * @param fields test of the whole object
 */
record Selection(String namespace, String name, Predicate<Map<String, String>> labels, Predicate<ObjectNode> fields) {

    static Selection of(RequestInfo info, ResourceType type, HttpRequest request) {
        return new Selection(
                info.namespace(),
                info.name(),
                LabelSelector.parse(request.parameter("labelSelector")),
                FieldSelector.parse(type, request.parameter("fieldSelector")));
    }

    boolean matches(ObjectNode object) {
        Meta meta = new Meta(object);
        return (namespace.isEmpty() || namespace.equals(meta.namespace()))
                && (name.isEmpty() || name.equals(meta.name()))
                && labels.test(meta.labels())
                && fields.test(object);
    }
}
