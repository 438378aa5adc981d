package io.fluxj.kube.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.json.Nodes;

/** Words a refusal as the real server does. */
public final class Denial {
    private Denial() {}

    /** The answer to somebody who may not. */
    public static ApiError of(User user, Attributes what) {
        if (!what.resource()) {
            return ApiError.of(
                    403,
                    "Forbidden",
                    "forbidden: User \"" + user.name() + "\" cannot " + what.verb() + " path \"" + what.path() + "\"",
                    Nodes.object());
        }
        String resource = what.plural();
        int slash = resource.indexOf('/');
        String plain = slash < 0 ? resource : resource.substring(0, slash);
        String qualified = what.group().isEmpty() ? plain : plain + "." + what.group();
        String where =
                what.namespace().isEmpty() ? " at the cluster scope" : " in the namespace \"" + what.namespace() + "\"";
        String named = what.name().isEmpty()
                ? qualified + " is forbidden: "
                : qualified + " \"" + what.name() + "\" is forbidden: ";
        ObjectNode details = Nodes.object();
        if (!what.name().isEmpty()) {
            details.put("name", what.name());
        }
        if (!what.group().isEmpty()) {
            details.put("group", what.group());
        }
        details.put("kind", plain);
        return ApiError.of(
                403,
                "Forbidden",
                named + "User \"" + user.name() + "\" cannot " + what.verb() + " resource \"" + resource
                        + "\" in API group \"" + what.group() + "\"" + where,
                details);
    }
}
