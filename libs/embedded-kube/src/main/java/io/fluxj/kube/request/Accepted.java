package io.fluxj.kube.request;

import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.json.Nodes;
import java.util.Set;

/** Whether the client takes a form in which there are answers. */
final class Accepted {
    private static final Set<String> KNOWN = Set.of(
            "", "*/*", "application/*", "application/json", "application/yaml", "application/vnd.kubernetes.protobuf");
    private static final String FORMS = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
    private static final String STREAMS =
            ", application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch";

    private Accepted() {}

    static void check(HttpRequest request, boolean collection) {
        for (String part : request.header("accept").orElse("").split(",", -1)) {
            int semicolon = part.indexOf(';');
            if (KNOWN.contains((semicolon < 0 ? part : part.substring(0, semicolon)).strip())) {
                return;
            }
        }
        throw ApiError.of(
                406,
                "NotAcceptable",
                "406: Not Acceptable\n\nAvailable representations: " + FORMS + (collection ? STREAMS : ""),
                Nodes.object());
    }
}
