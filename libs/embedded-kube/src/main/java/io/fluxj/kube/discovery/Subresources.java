package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import java.util.List;
import java.util.Locale;

/** What discovery says of subresources. */
final class Subresources {
    private static final List<String> CHANGE = List.of("get", "patch", "update");
    private static final List<String> CREATE = List.of("create");

    private static final List<String> CONNECT = List.of("create", "get");
    private static final List<String> EVERY = List.of("create", "delete", "get", "patch", "update");

    private Subresources() {}

    /**
     * What a subresource speaks.
     *
     * @param at group and version
     * @param kind the kind
     * @param verbs what may be asked for
     */
    private record Speech(GroupVersion at, String kind, List<String> verbs) {}

    static ObjectNode legacy(ResourceType type, String subresource) {
        Speech speech = speech(type, subresource);
        ObjectNode out = Nodes.object()
                .put("name", type.plural() + "/" + subresource)
                .put("singularName", "")
                .put("namespaced", type.namespaced());
        if (!speech.at().equals(type.groupVersion())) {
            out.put("group", speech.at().group()).put("version", speech.at().version());
        }
        out.put("kind", speech.kind());
        out.set("verbs", Nodes.strings(speech.verbs()));
        return out;
    }

    static ObjectNode aggregated(ResourceType type, String subresource) {
        Speech speech = speech(type, subresource);
        ObjectNode out = Nodes.object().put("subresource", subresource);
        // The kind of a built-in resource's own version is named without the version.
        boolean own = !type.isCustom() && speech.at().equals(type.groupVersion());
        out.set(
                "responseKind",
                own
                        ? DiscoveryDocuments.kind("", "", speech.kind())
                        : DiscoveryDocuments.kind(
                                speech.at().group(), speech.at().version(), speech.kind()));
        out.set("verbs", Nodes.strings(speech.verbs()));
        return out;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Speech speech(ResourceType type, String subresource) {
        return switch (subresource) {
            case "scale" -> new Speech(new GroupVersion("autoscaling", "v1"), "Scale", CHANGE);
            case "token" -> new Speech(new GroupVersion("authentication.k8s.io", "v1"), "TokenRequest", CREATE);
            case "eviction" -> new Speech(new GroupVersion("policy", "v1"), "Eviction", CREATE);
            case "binding" -> new Speech(new GroupVersion("", "v1"), "Binding", CREATE);
            case "finalize" -> new Speech(type.groupVersion(), type.kind(), List.of("update"));
            case "log" -> new Speech(type.groupVersion(), type.kind(), List.of("get"));
            case "attach", "exec" ->
                new Speech(type.groupVersion(), "Pod" + capitalized(subresource) + "Options", CONNECT);
            case "portforward" -> new Speech(type.groupVersion(), "PodPortForwardOptions", CONNECT);
            case "proxy" -> new Speech(type.groupVersion(), type.kind() + "ProxyOptions", EVERY);
            default -> new Speech(type.groupVersion(), type.kind(), CHANGE);
        };
    }
}
