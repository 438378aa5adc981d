package io.fluxj.cli.secret;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Secrets as they are written. */
public final class SecretManifest {
    private SecretManifest() {}

    /**
     * A Secret with its values as they are; whoever applies it encodes them.
     *
     * @param type empty for the usual one
     */
    public static ObjectNode of(String namespace, String name, String type, Map<String, String> values) {
        ObjectNode secret =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Secret");
        secret.putObject("metadata").put("name", name).put("namespace", namespace);
        ObjectNode data = secret.putObject("stringData");
        values.forEach(data::put);
        if (!type.isEmpty()) {
            secret.put("type", type);
        }
        return secret;
    }
}
