package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import java.util.List;

/**
 * Another object as flags name it: {@code Kind/name.namespace}, where the kind and the namespace may be left out.
 *
 * @param kind empty when it was left out
 * @param namespace empty when it was left out
 */
record NamedObject(String kind, String name, String namespace) {
    /**
     * Reads one.
     *
     * @param flag for messages
     * @param kinds that may be meant, the usual one first; empty for any kind
     */
    static NamedObject of(String flag, String text, List<String> kinds) {
        int slash = text.indexOf('/');
        String kind = slash < 0 ? "" : text.substring(0, slash);
        String rest = text.substring(slash + 1);
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        String namespace = dot < 0 ? "" : rest.substring(dot + 1);
        if (name.isEmpty() || rest.contains("/")) {
            throw new CommandFailure(flag + ": '" + text + "' names no object; write KIND/NAME");
        }
        return new NamedObject(known(flag, kind, kinds), name, namespace);
    }

    private static String known(String flag, String kind, List<String> kinds) {
        if (kinds.isEmpty()) {
            return kind;
        }
        return kind.isEmpty()
                ? kinds.getFirst()
                : kinds.stream()
                        .filter(kind::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> new CommandFailure(flag + ": kind '" + kind
                                + "' is not supported, must be one of: " + String.join(", ", kinds)));
    }

    /** {@code kind}, {@code name}, and {@code namespace} where it is another. */
    ObjectNode json(String own) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!kind.isEmpty()) {
            json.put("kind", kind);
        }
        json.put("name", name);
        if (!namespace.isEmpty() && !namespace.equals(own)) {
            json.put("namespace", namespace);
        }
        return json;
    }

    /** {@code name} and {@code namespace} alone; dependencies are written so. */
    static ObjectNode dependency(String flag, String text) {
        String[] parts = text.split("/", -1);
        boolean named = parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty();
        if (!named && (parts.length != 1 || parts[0].isEmpty())) {
            throw new CommandFailure(flag + ": '" + text + "' names no object; write NAME or NAMESPACE/NAME");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", parts[parts.length - 1]);
        if (named) {
            json.put("namespace", parts[0]);
        }
        return json;
    }
}
